/** Word families of a language, parted by a bar or a line: words that ask and tell the same thing. Written from general knowledge of the language. */
export const FR_FAMILIES = `
acheter achat acquérir acquisition rachat|vendre vente|coûter coût prix payer montant tarif
argent fonds moyens financement|gagner bénéfice profit revenu|monter augmenter hausse croissance progresser
baisser baisse chuter diminuer recul réduire|mourir mort décès tuer victime|blesser blessé
chef directeur patron président dirigeant dirigeante|dire déclarer affirmer expliquer préciser
entreprise société firme compagnie groupe|voiture véhicule automobile auto|interdire interdiction bannir
autoriser permettre autorisation|amende contravention verbaliser sanction|police agent policier
maire mairie ville municipalité commune|pays état nation|course voyage|loi règle règlement arrêté
tribunal juge justice procès|avocat défenseur|étude enquête sondage recherche|commencer début débuter lancer lancement
finir fin terminer arrêter|construire construction travaux|emploi travail poste|salarié employé personnel
aider aide soutien soutenir|raison cause motif|danger risque sécurité accident
`;
