export const HELP = `Brevier turns an article into a brief that proves every line.

  brevier brief <url | file | ->            a short summary, key figures and quotes
  brevier ask <url | file | -> "<question>" one answer, with the sentence it comes from
  brevier figures <url | file | ->          only the key figures; --json or --csv for other programs, --image card.png as a picture
  brevier batch [file]                      JSON lines in, JSON lines out (docs/batch.md)
  brevier parse <url | file | ->            how each sentence is read; --json, --conllu <file> --language en
  brevier chat                              type /brief, /ask and /digest as in a team chat
  brevier start                             the web chat, and Slack and Discord where they are set up
  brevier doctor                            checks tokens, permissions, database, engine and model

Digests, for a channel such as slack:T0123/C0456, discord:123/456 or web:general; safe while the bot runs
  brevier feeds add <url> --target <channel>       the feed at that address, or of that site; list, remove, resume
  brevier feeds import <file.opml> --target <channel>    and export, which prints OPML
  brevier digest schedule --target <channel> --at "weekdays at 8" --zone Europe/Berlin [--feed <url>]
      --cron "0 8 * * 1-5" instead of --at; --budget 5 --stories 8 --per-site 2 --only "a, b" --mute "c"
      --quiet 22:00-07:00 --off "12-25, 2027-01-01" --layout thread|message --when-quiet "skip|say so"
  brevier digest preview|now|list|pause|resume|remove|log --target <channel>
  brevier backup <file> · export [file] · erase slack:<team id> --yes

Options
  --json            for other programs (feeds, digest, figures)
  --as terminal|slack|discord|markdown|html|json   how to print; slack and discord print the exact payload
  --engine built-in|llm   who writes (brief, ask, figures, batch); llm needs BREVIER_LLM
  --explain         what the model wrote that was refused, and why (brief, ask)
  --points <1-20>   how many points the brief has; else 4, up to 6 of a rich article
  --verbatim        points are whole sentences of the article (brief, batch)
  --help, --version

A file may be HTML, Markdown, plain text or PDF; - reads standard input.
Colours and links are left out in a pipe and when NO_COLOR is set.
Exit codes: 0 done, 1 could not be done, 2 wrong usage or configuration, 3 done by the built-in engine because the model did not do.
`;
