export const HELP = `Brevier turns an article into a brief that proves every line.

  brevier brief <url | file | ->            a short summary, key figures and quotes
  brevier ask <url | file | -> "<question>" one answer, with the sentence it comes from
  brevier figures <url | file | ->          only the key figures; --json or --csv for other programs, --image card.png as a picture
  brevier batch [file]                      JSON lines in, JSON lines out (docs/batch.md)
  brevier chat                              type /brief, /ask and /digest as in a team chat
  brevier start                             the web chat, and Slack and Discord where they are set up
  brevier doctor                            checks tokens, permissions, database and engine

Options
  --as terminal|slack|discord|markdown|html|json   how to print; slack and discord print the exact payload
  --points <1-20>   how many points the brief has
  --verbatim        points are whole sentences of the article (brief, batch)
  --help, --version

A file may be HTML, Markdown or plain text; - reads standard input.
Colours and links are left out in a pipe and when NO_COLOR is set.
Exit codes: 0 done, 1 could not be done, 2 wrong usage or configuration.
`;
