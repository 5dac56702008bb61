/** Word families of a language, parted by a bar or a line: words that ask and tell the same thing. Written from general knowledge of the language. */
export const NL_FAMILIES = `
kopen koop aankoop overnemen overname|verkopen verkoop|kosten prijs betalen betaling bedrag kwijt|geld middelen budget
stijgen toename groeien groei stijging|dalen daling afname krimpen verlagen|sterven dood overleden doden slachtoffer
gewond verwond|baas directeur hoofd|zeggen verklaren melden stellen aankondigen|bedrijf onderneming firma
auto wagen voertuig|verbieden verbod|toestaan toestemming vergunning|stad gemeente plaats|land staat|huis woning
beginnen start starten begin|eindigen einde stoppen|bouwen bouw aanleg aanleggen|onderzoek studie|wet regel
hulp helpen steun steunen|blij tevreden toejuichen positief verwelkomen|club vereniging organisatie|reden oorzaak omdat
`;
