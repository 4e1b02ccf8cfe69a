// ClaimReview against schema.org's vocabulary: the JSON-LD is a literal of the types of schema-dts.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";

const folder = process.argv[2];
const version = (name) =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
const names = readdirSync(folder).filter((name) => name.endsWith(".claimreview"));
let program = 'import type { ClaimReview, Graph } from "schema-dts";\n';
for (const [n, name] of names.entries()) {
  const graph = JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
  program += `export const g${n}: Graph = ${JSON.stringify(graph)};\n`;
  for (const [m, review] of graph["@graph"].entries()) {
    program += `export const r${n}_${m}: ClaimReview = ${JSON.stringify(review)};\n`;
  }
}
// A property that schema.org does not have must be found, or the check checks nothing.
program += '// @ts-expect-error\nexport const wrong: ClaimReview = { "@type": "ClaimReview", claimReviewd: "x" };\n';
writeFileSync("review.ts", program);
const done = spawnSync("npx", ["tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--moduleResolution", "nodenext", "review.ts"], { encoding: "utf8" });
if (done.status !== 0) {
  console.error(done.stdout + done.stderr);
  process.exit(1);
}
console.log(`schema-dts ${version("schema-dts")} with typescript ${version("typescript")}: ${names.length} files of ClaimReviews`);
