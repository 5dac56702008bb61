export interface WebConfig {
  /** Address to listen on. Anything but loopback needs a token. */
  host: string;
  /** What whoever uses the workspace has to know; null where only this machine reaches it. */
  token: string | null;
  /** 0 takes a free one. */
  port: number;
  /** Take a free port when this one is taken; without it the workspace does not start. */
  mayMove: boolean;
  /** Host, with its port, of the address readers are given; null when only this machine reads. */
  publicHost: string | null;
}
