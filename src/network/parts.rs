//! The strongly connected parts of a directed graph (Tarjan's algorithm, without recursion).

const UNSEEN: u32 = u32::MAX;

/// The number of the part of each point from `first` on, of which there are `size`. Parts are
/// numbered so that edges lead to the same or a lower number. No edge may lead to a point before
/// `first`; the origin is left out.
pub(crate) fn parts(
    first: u32,
    size: usize,
    each_out: impl Fn(u32, &mut dyn FnMut(u32)),
) -> Vec<u32> {
    let each_out = |point: u32, visit: &mut dyn FnMut(u32)| {
        each_out(point + first, &mut |target| visit(target - first));
    };
    let mut index = vec![UNSEEN; size];
    let mut low = vec![0u32; size];
    let mut part = vec![UNSEEN; size];
    let mut open: Vec<u32> = Vec::new();
    let mut found = 0;
    let mut count = 0;
    // Each frame is a point and the stretch of `targets` that is still to be visited.
    let mut frames: Vec<(u32, usize)> = Vec::new();
    let mut targets: Vec<u32> = Vec::new();
    for root in 0..size as u32 {
        if index[root as usize] != UNSEEN {
            continue;
        }
        frames.push((root, targets.len()));
        index[root as usize] = count;
        low[root as usize] = count;
        count += 1;
        open.push(root);
        each_out(root, &mut |target| targets.push(target));
        while let Some(&(point, first)) = frames.last() {
            if first < targets.len() {
                let Some(target) = targets.pop() else { break };
                if index[target as usize] == UNSEEN {
                    frames.push((target, targets.len()));
                    index[target as usize] = count;
                    low[target as usize] = count;
                    count += 1;
                    open.push(target);
                    each_out(target, &mut |target| targets.push(target));
                } else if part[target as usize] == UNSEEN {
                    low[point as usize] = low[point as usize].min(index[target as usize]);
                }
                continue;
            }
            frames.pop();
            if let Some(&(parent, _)) = frames.last() {
                low[parent as usize] = low[parent as usize].min(low[point as usize]);
            }
            if low[point as usize] == index[point as usize] {
                while let Some(member) = open.pop() {
                    part[member as usize] = found;
                    if member == point {
                        break;
                    }
                }
                found += 1;
            }
        }
    }
    part
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_ring_is_one_part_and_a_chain_is_many() {
        let edges = [(1, 2), (2, 3), (3, 1), (3, 4), (4, 5)];
        let part = parts(1, 5, |point, visit| {
            edges.iter().filter(|edge| edge.0 == point).for_each(|edge| visit(edge.1));
        });
        assert!(part[0] == part[1] && part[1] == part[2]);
        assert!(part[4] < part[3] && part[3] < part[2]);
    }
}
