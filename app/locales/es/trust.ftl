# Español: comparar un envase, decir que algo no está bien. Solo el servidor muestra estos textos.

## Compare with the picture
look-title = Compárelo con la imagen
look-why = Mirar dice más que un código: ponga el envase junto a esta imagen.
look-legend = { $n }. { $part }
look-legend-line = { $n }.
look-yes = Sí
look-no = No
look-send = Terminar la comparación
look-more = Mire esto también
look-mark = Dónde mirar, por número
look-done-title = Se ve como debe
look-done-text = Todo lo que comparó es como dice { $brand }. Una buena copia puede verse igual, así que esto no es una prueba.
look-differs-title = No lo use
look-differs-text = Su envase difiere de cómo se ve uno correcto según { $brand }.
look-differs-list = Cómo debería ser, y el suyo no es así
look-differs-ask = Conserve el envase y su recibo, y pregunte a { $brand }.
look-differs-report = Avise a { $brand } para prevenir a otros
look-back = Volver al envase
problem-look-missing = Responda a todas las preguntas: sí o no.

## Something is wrong?
report-title = ¿Algo no está bien?
report-why = Cuente a { $brand } lo que ve. No necesita cuenta, y a nadie se le dice quién es usted.
report-words = ¿Qué no está bien?
report-photo = Una foto que lo muestre
report-photo-hint = Se guarda más pequeña y sin lo que su cámara escribe junto a la imagen. Tape caras y nombres.
report-near = ¿Dónde lo obtuvo?
report-near-hint = Basta una localidad o un código postal. Se guarda con unos 5 km de precisión.
report-send = Enviar el aviso
report-done-title = { $brand } tiene su aviso
report-done-text = Mencione este número cuando pregunte por él.
report-done-meanwhile = Conserve el envase y su recibo hasta que tenga respuesta. Si pudiera hacer daño a alguien, no lo use.
report-kept-photo = La foto se guardó, sin lo que su cámara escribió junto a ella.
report-kept-place = El lugar se guardó, con unos 5 km de precisión.
report-kept-nobody = No se guardó ningún nombre ni dirección. Solo este navegador vuelve a encontrar el aviso.

## A link that leads elsewhere
reason-foreign-link = Este código es un enlace a { $host }, que no es ninguna dirección de { $brand }.
limit-foreign-link = Una tienda puede imprimir enlaces propios. El número de producto que contiene no demuestra nada: cualquiera puede escribirlo.
about-foreign-link = Este código no lleva a { $brand }. Lleva a { $host }.

## A pack whose code can't be read
typed-title = Comprobar este envase por lo que lleva impreso
typed-why = Este código no distingue un envase de otro. Lo que está impreso al lado dice más.
typed-picture = Dónde mirar: { $product }
typed-batch = 1. Lote
typed-date = 2. Fecha
typed-date-hint = Tal como está impresa: 31.08.2027, 08/2027 o 270831.
typed-batch-send = Comprobar lote y fecha
typed-serial = 1. Número de este envase
typed-serial-third = 3. O el número de este envase
typed-serial-hint = Cuatro grupos de cinco, o tal como está impreso.
typed-serial-send = Comprobar el número
slip-group = Mire otra vez el grupo { $group }
slip-groups = Mire otra vez los grupos { $groups }
slip-groups-text = Cada grupo tiene su propio carácter de control, y ahí no cuadra. Compárelo con el envase, letra por letra.
slip-length = Cuente otra vez los caracteres
slip-length-text = El número tiene cuatro grupos de cinco caracteres. Falta algo, o está dos veces.
slip-batch = Mire otra vez el lote
slip-batch-text = { $brand } no tiene aquí ningún lote «{ $batch }» de este producto. 0 y O, 1 e I se parecen. Si está impreso así, envíelo otra vez.
slip-no-date = Mire otra vez la fecha
slip-no-date-text = «{ $date }» no es una fecha. Escríbala tal como está impresa, en cifras.
slip-date = Mire otra vez ambos
slip-date-text = Según los registros de { $brand }, el lote { $batch } tiene otra fecha. Lo más probable es un error al escribir. Si ambos están impresos así, envíelos otra vez.
slip-date-twice = El lote y la fecha no se corresponden
slip-date-twice-text = Según los registros de { $brand }, el lote { $batch } tiene una fecha distinta de la que escribió dos veces. No use el envase hasta que se aclare, y avise a { $brand } abajo.
