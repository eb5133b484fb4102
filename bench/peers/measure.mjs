// node measure.mjs FOLDER: lints every .txt of the folder with each peer, one file at a time in one process, and prints what it took.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import autocorrect from 'autocorrect-node';
import { run as zhlint } from 'zhlint';
import { TextlintKernel } from '@textlint/kernel';
import textPlugin from '@textlint/textlint-plugin-text';
import noUnmatchedPair from '@textlint-rule/textlint-rule-no-unmatched-pair';
import maxComma from 'textlint-rule-max-comma';
import ngWord from 'textlint-rule-ng-word';
import sentenceLength from 'textlint-rule-sentence-length';

const folder = process.argv[2];
const files = readdirSync(folder).filter(name => name.endsWith('.txt')).sort();
const texts = files.map(name => readFileSync(join(folder, name), 'utf8'));
const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

const module = rule => rule.default ?? rule;
const kernel = new TextlintKernel();
const options = {
  ext: '.txt',
  plugins: [{ pluginId: 'text', plugin: module(textPlugin) }],
  rules: [
    { ruleId: 'no-unmatched-pair', rule: module(noUnmatchedPair) },
    { ruleId: 'max-comma', rule: module(maxComma), options: { max: 8 } },
    { ruleId: 'ng-word', rule: module(ngWord), options: { words: ['焊的不紧', '理解的不', '进一步', '不断'] } },
    { ruleId: 'sentence-length', rule: module(sentenceLength), options: { max: 80 } },
  ],
};

const peers = {
  autocorrect: async text => autocorrect.lintFor(text, 'a.txt').lines.length,
  zhlint: async text => zhlint(text, { rules: { preset: 'default' } }).validations.length,
  textlint: async text => (await kernel.lintText(text, { ...options, filePath: 'a.txt' })).messages.length,
};

for (const [name, lint] of Object.entries(peers)) {
  for (const text of texts.slice(0, 20)) {
    await lint(text);
  }

  const walls = [];
  let found = 0;
  const before = process.cpuUsage();
  for (const text of texts) {
    const start = process.hrtime.bigint();
    found += await lint(text);
    walls.push(Number(process.hrtime.bigint() - start) / 1e6);
  }

  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  walls.sort((a, b) => a - b);
  const at = share => walls[Math.min(walls.length - 1, Math.floor(walls.length * share))];
  console.log([name, (bytes / 1e6 / seconds).toFixed(2), (seconds * 1000 / texts.length).toFixed(2),
    at(.5).toFixed(2), at(.99).toFixed(2), found].join('\t'));
}
