// node find.mjs dolos|minhash PAPERS.jsonl CAP: what the peer finds in the papers, as lines of A, start, end, B, start, end.
// Wording in more than CAP papers is left out, as far as the peer can.
import { readFileSync } from 'node:fs';

const [peer, file, most] = process.argv.slice(2);
const cap = Number(most);
const papers = readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line));
const write = (a, startA, endA, b, startB, endB) => process.stdout.write([a, startA, endA, b, startB, endB].join('\t') + '\n');

// Its own tokeniser of characters, without the Region of rows: a token is a character, its region the place in one long line.
async function dolos() {
  const { File, FingerprintIndex, Region, TokenizedFile } = await import('@dodona/dolos-core');
  const index = new FingerprintIndex(23, 17, false, cap);
  index.addFiles(papers.map(({ id, text }) => {
    const tokens = text.split('');
    return new TokenizedFile(new File(String(id), text), tokens, tokens.map((_, i) => new Region(0, i, 0, i + 1)));
  }));
  for (const pair of index.allPairs()) {
    if (pair.overlap === 0) {
      continue;
    }

    for (const { leftSelection: left, rightSelection: right } of pair.buildFragments()) {
      write(pair.leftFile.path, left.startCol, left.endCol, pair.rightFile.path, right.startCol, right.endCol);
    }
  }
}

async function minhash() {
  const { Minhash, LshIndex } = (await import('minhash')).default;
  const index = new LshIndex({ bandSize: 4 });
  const sentences = [];
  for (const { id, text } of papers) {
    for (const match of text.matchAll(/[^。\n]{12,}/g)) {
      const hash = new Minhash({ numPerm: 64 });
      for (let i = 0; i + 3 <= match[0].length; i++) {
        hash.update(match[0].slice(i, i + 3));
      }

      // The permutations are the same for all, and most of what it holds.
      delete hash.permA;
      delete hash.permB;
      index.insert(sentences.length, hash);
      sentences.push({ id, start: match.index, end: match.index + match[0].length, hash });
    }
  }

  sentences.forEach((one, number) => {
    const near = index.query(one.hash).map(Number).filter(other => one.hash.jaccard(sentences[other].hash) >= 0.5);
    if (new Set(near.map(other => sentences[other].id)).size > cap) {
      return;
    }

    for (const other of near.filter(other => other > number).map(other => sentences[other])) {
      write(one.id, one.start, one.end, other.id, other.start, other.end);
    }
  });
}

await { dolos, minhash }[peer]();
process.stderr.write(`Peak RSS: ${(process.resourceUsage().maxRSS / 1e6).toFixed(3)} GB\n`);
