//! The strongly connected parts of a directed graph (Tarjan's algorithm, without recursion).

const UNSEEN: u32 = u32::MAX;

/// Points by their part.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    /// The number of each point's part. Parts are numbered so that edges lead to the same or a lower
    /// number.
    pub(crate) of: Vec<u32>,
    /// All points, part by part.
    pub(crate) order: Vec<u32>,
}

/// The parts of points numbered from 0.
pub(crate) fn parts(size: usize, each_out: impl Fn(u32, &mut dyn FnMut(u32))) -> Parts {
    let mut order = Vec::with_capacity(size);
    let mut index = vec![UNSEEN; size];
    let mut low = vec![0u32; size];
    let mut part = vec![UNSEEN; size];
    let mut open: Vec<u32> = Vec::with_capacity(size);
    let mut found = 0;
    let mut count = 0;
    // Each frame is a point and the stretch of `targets` that is still to be visited.
    let mut frames: Vec<(u32, usize)> = Vec::with_capacity(size);
    let mut targets: Vec<u32> = Vec::with_capacity(size);
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
                let begin = order.len();
                while let Some(member) = open.pop() {
                    part[member as usize] = found;
                    order.push(member);
                    if member == point {
                        break;
                    }
                }
                // What was told together lies together in memory.
                if let Some(part) = order.get_mut(begin..) {
                    part.sort_unstable();
                }
                found += 1;
            }
        }
    }
    Parts { of: part, order }
}

#[cfg(test)]
mod tests {
    use super::{Parts, parts};

    #[test]
    fn a_ring_is_one_part_and_a_chain_is_many() {
        let edges = [(1, 2), (2, 3), (3, 1), (3, 4), (4, 5)];
        let Parts { of: part, order } = parts(6, |point, visit| {
            edges.iter().filter(|edge| edge.0 == point).for_each(|edge| visit(edge.1));
        });
        assert!(part[1] == part[2] && part[2] == part[3]);
        assert!(part[5] < part[4] && part[4] < part[3]);
        assert!(order.is_sorted_by_key(|&point| part[point as usize]));
        assert_eq!(order.len(), 6);
    }
}
