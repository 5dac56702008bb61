import fc from 'fast-check';
import '../src/work/grammars.ts';

// A gate must give the same verdict for the same tree; elsewhere every run tries new input.
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 20_261_123 });
