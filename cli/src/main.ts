#!/usr/bin/env node
import { createProgram, run } from './program.ts';
import { terminal } from './terminal.ts';

const console = terminal(process);
process.exitCode = await run(createProgram(console), console, process.argv.slice(2));
