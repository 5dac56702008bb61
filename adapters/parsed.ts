/** What an adapter's part of the configuration comes to. Faults name the variable and what it must be. */
export type Parsed<T> = { status: 'absent' } | { status: 'ready'; config: T } | { status: 'faulty'; faults: string[] };
