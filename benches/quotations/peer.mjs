// Searches the same noisy quotations with approx-string-match.
import { readFileSync } from "node:fs";
import search from "approx-string-match";

const text = readFileSync(new URL("text.txt", import.meta.url), "utf8");
const lines = readFileSync(new URL("quotations.txt", import.meta.url), "utf8");
const quotations = lines.split("\n").filter((line) => line.length > 0);
search(text, quotations[0], 2);
const started = performance.now();
let found = 0;
for (const quotation of quotations) {
  const matches = search(text, quotation, Math.floor(quotation.length / 5));
  found += matches.length > 0 ? 1 : 0;
}
const seconds = (performance.now() - started) / 1000;
console.log(`peer: ${seconds.toFixed(3)} s for ${quotations.length}, with a match ${found}`);
