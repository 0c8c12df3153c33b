// Writes what the demo prints into README.md: `node test/update-readme.ts`.
import { writeFile } from 'node:fs/promises';
import { demoOutput, readReadme } from './readme-demo.ts';

const { path, before, after } = await readReadme();
await writeFile(path, `${before}${await demoOutput()}${after}`);
