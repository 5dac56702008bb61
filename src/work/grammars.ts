import { readFileSync } from 'node:fs';
import { provideGrammars } from '../language/grammar/grammar.ts';

const FOLDER = new URL('../language/grammar/data/', import.meta.url);
const LANGUAGES = new Set(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl']);

// The grammar is pure: whoever runs the engine brings its models. Each is read when its language is first met.
provideGrammars((language) => (LANGUAGES.has(language) ? readFileSync(new URL(`${language}.bin`, FOLDER)) : null));
