import { enableCompileCache } from 'node:module';

// What was stripped of its types and compiled once is not again, in this process, its threads and the next start. Node
// keeps it in the folder for temporary files, or in NODE_COMPILE_CACHE, and goes on without where neither can be written.
enableCompileCache();
