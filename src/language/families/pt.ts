/** Word families of a language, parted by a bar or a line: words that ask and tell the same thing. Written from general knowledge of the language. */
export const PT_FAMILIES = `
comprar compra adquirir aquisição|vender venda|custar custo preço pagar|dinheiro verba recursos
subir aumentar crescer crescimento alta|cair queda reduzir diminuir|morrer morte morto matar vítima|ferir ferido
chefe diretor diretora líder presidente comandar dirigir|dizer afirmar declarar anunciar explicar
empresa companhia firma|carro veículo automóvel|proibir proibição|permitir autorizar|cidade município prefeitura
país nação estado|estrada rodovia acesso via|construir construção obra|concluir terminar pronto ficar entregar inaugurar
começar início iniciar|estudo pesquisa|lei regra norma|ajudar ajuda apoio|achar avaliar
promessa prometer alcançar objetivo
`;
