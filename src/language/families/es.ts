/** Word families of a language, parted by a bar or a line: words that ask and tell the same thing. Written from general knowledge of the language. */
export const ES_FAMILIES = `
comprar compra adquirir adquisición|vender venta|costar precio pagar pago costo coste valor|gastar gasto desembolsar
dinero fondos recursos plata efectivo|salario remuneración nómina|cobrar recibir percibir|interés comisión
préstamo débito|subir aumentar crecer crecimiento alza incremento|bajar caer caída reducir descenso disminuir
morir muerte muerto fallecer fallecido matar víctima|herir herido lesionado
jefe director líder presidente titular encabezar frente dirigir comandante
decir afirmar señalar asegurar explicar declarar anunciar|informar informe publicar divulgar conocer datos
compañía sociedad negocio|coche carro motorizado automóvil|robar robo hurto ladrón|trabajador personal
ejecutivo administración|ministro ministra ministerio|ley norma regla reglamento|prohibir prohibición vetar
permitir autorizar permiso|policía agente oficial|tribunal juez corte justicia|abogado defensor
ciudad localidad municipio|país nación estado|extranjero exterior externo internacional
ayudar ayuda colaborar asistencia|empezar comenzar inicio iniciar|terminar acabar fin concluir
construir construcción obra|estudio investigación encuesta|ataque atacar hackeo hackear ciberataque hacker
origen venir procedencia proceder|recuperar devolver recobrar devolución|renunciar dimitir dejar cargo|sector área
`;
