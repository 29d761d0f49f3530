# Español, para páginas que solo hace el servidor. Lo que dice el navegador está en main.ftl.

## Cautions, for medicine and the like
caution-do-not-use = No lo use. Pregunte en la farmacia o a su médico qué usar mientras tanto.
caution-do-not-use-until-clear = No lo use hasta que esto se aclare. Pregunte en la farmacia o a su médico.
caution-first-do-not-use = No lo use.
caution-first-do-not-use-until-clear = No lo use hasta que esto se aclare.

aloud = Leer en voz alta
aloud-stop = Dejar de leer

## Reasons, each with its evidence; limits say what it can't tell
reasons-title = Por qué lo decimos
reason-recalled = { $scope ->
    [batch] Este lote fue retirado el { $on }.
    [serials] Los envases con estos números fueron retirados el { $on }.
    [dates] Los envases con estas fechas fueron retirados el { $on }.
   *[product] Este producto fue retirado el { $on }.
}
reason-possibly-recalled = { $scope ->
    [batch] Algunos lotes de este producto fueron retirados el { $on }, y el código no dice cuál es este.
    [serials] Algunos envases de este producto fueron retirados el { $on }, por sus números, y el código no tiene ninguno.
    [dates] Envases de ciertas fechas fueron retirados el { $on }, y de este no se conoce ninguna fecha.
   *[notice] Una autoridad publicó el { $on } un comunicado que parece referirse a este producto. La marca no lo ha confirmado.
}
limit-possibly-recalled = Decide lo que está impreso en el envase: el código y nuestros registros no dicen lo suficiente.
reason-unit-stolen = Este envase fue notificado como robado.
reason-said-stolen = Alguien que registró este envase dice que fue robado.
reason-unit-destroyed = Este envase fue notificado como destruido o reciclado.
reason-unit-exported = Este envase fue declarado exportado a otro mercado.
reason-unit-consumed = Este envase ya se gastó o se dispensó.
reason-unit-decommissioned = Este envase se dio de baja.
reason-unit-rejected = Este código se rechazó al imprimirlo.
reason-unit-locked = La marca ha bloqueado este envase.
reason-never-issued = { $since ->
    [none] { $brand } ha declarado todos sus números, y este no es ninguno de ellos.
   *[other] { $brand } ha declarado todos sus números desde el { $since }, y este no es ninguno de ellos.
}
reason-never-issued-typed = { $brand } no tiene ningún envase con el número que usted escribió.
reason-impossible-travel = { $hours ->
    [0] Se comprobó en { $from } y, en menos de una hora, en { $to }, a { $km } km. Un mismo envase no puede estar en ambos lugares.
    [one] Se comprobó en { $from } y, con una hora de diferencia, en { $to }, a { $km } km. Un mismo envase no puede estar en ambos lugares.
   *[other] Se comprobó en { $from } y, con { $hours } horas de diferencia, en { $to }, a { $km } km. Un mismo envase no puede estar en ambos lugares.
}
reason-many-sessions = { $days ->
    [0] { $sessions } personas distintas lo han comprobado hoy. Un solo envase rara vez lo explica.
    [one] { $sessions } personas distintas lo han comprobado en un día. Un solo envase rara vez lo explica.
   *[other] { $sessions } personas distintas lo han comprobado en { $days } días. Un solo envase rara vez lo explica.
}
reason-many-owners = { $people } personas distintas volvieron a mirarlo otro día, como se hace con un envase que se tiene en casa.
reason-many-countries = Personas distintas lo han comprobado en { $countries }.
reason-many-towns = Personas distintas lo han comprobado en { $towns } localidades muy alejadas entre sí.
reason-sold-elsewhere = { $hours ->
    [0] Se vendió en { $from } y, en menos de una hora, estaba en { $to }, a { $km } km.
    [one] Se vendió en { $from } y, con una hora de diferencia, estaba en { $to }, a { $km } km.
   *[other] Se vendió en { $from } y, con { $hours } horas de diferencia, estaba en { $to }, a { $km } km.
}
reason-two-places = { $from ->
    [none] El comercio lo sitúa en dos lugares en los que no puede estar un mismo envase: { $first } y { $again }.
   *[other] El comercio lo sitúa en { $from } ({ $first }) y en { $to } ({ $again }). Un mismo envase no puede estar en ambos lugares.
}
reason-seen-after-end = Se comprobó ({ $last }) después de que se notificara como destruido o reciclado ({ $since }).
reason-first-seen-expired = Nadie lo comprobó antes de que pasara su fecha, el { $on }. Primera comprobación: { $first }.
reason-lot-astray = De { $of } envases de este lote que se comprobaron, { $units } estaban en { $seen }, mercado para el que no se hizo.
reason-wrong-market = Se hizo para { $intended } y se comprobó en { $seen }.
reason-signature-wrong = La firma de este código no cuadra con lo que dice el código.
reason-signature-unknown-key = El código está firmado con una clave, { $key }, que aquí no es ninguna de { $brand }.
reason-signature-revoked = El código está firmado, con una clave que { $brand } ha revocado desde entonces: { $on }.
reason-signature-missing = { $brand } firma los códigos de este envase, y este código no está firmado.
reason-signature-valid = { $brand } firmó exactamente lo que dice este código.
reason-last-seen = En su recorrido previsto se vio por última vez: { $at }.
reason-batch-differs = El código dice lote { $code }. Consta el lote { $record }.
reason-expiry-differs = El código dice que caduca el { $code }. Consta el { $record }.
reason-expired = { $days ->
    [one] Caducó el { $on }, ayer.
   *[other] Caducó el { $on }, hace { $days } días.
}
reason-past-best-before = { $days ->
    [one] Su consumo preferente era hasta el { $on }, ayer.
   *[other] Su consumo preferente era hasta el { $on }, hace { $days } días.
}
reason-unknown-product = Ninguna marca que use Touchstone ha emitido este número.
reason-unknown-serial = { $brand } no nos ha comunicado el número de este envase.
reason-unknown-batch = { $brand } no nos ha comunicado el lote { $batch }.
reason-not-an-identity = El código no contiene ningún número de producto.
reason-no-serial = Este código no lleva un número propio para cada envase.
reason-in-house-number = El número del producto es propio de { $brand }, sin licencia de GS1.
reason-issued = { $brand } emitió este envase.
reason-issued-when-made = En este lote un número cuenta como emitido en cuanto se crea; nada dice aún que esté en un envase.
reason-not-yet-issued = { $state ->
    [printed] { $brand } creó este número y lo imprimió; aún no consta que esté en un envase.
    [applied] { $brand } puso este número en un envase; aún no consta que el envase haya salido.
   *[allocated] { $brand } creó este número; aún no consta que se haya impreso.
}
reason-revealed = Usted reveló el código oculto ({ $at }), y nadie más lo hizo.
reason-revealed-before = El código oculto se reveló en otro navegador: { $at }.
reason-revealed-again = El código oculto se reveló ({ $first }), y otra persona lo reveló después ({ $again }).
reason-first-check = Es la primera comprobación de este código.
reason-checked-before = { $checks ->
    [one] Se comprobó una vez antes: { $first }.
   *[other] Se comprobó { $checks } veces; la primera: { $first }.
}
reason-checked-by-you = Usted ya comprobó este código; nadie más lo hizo.
reason-good-until = { $days ->
    [0] Válido hasta hoy.
    [one] Válido hasta el { $on }, un día más.
   *[other] Válido hasta el { $on }, { $days } días más.
}
limit-unit-stolen = Si lo compró de buena fe, guarde el recibo y pregunte a la marca.
limit-said-stolen = Lo registró solo con el código que todos pueden ver. Pida el recibo a quien lo ofrece.
limit-never-issued = Un error de impresión se vería igual: compare el envase antes de decidir.
limit-never-issued-typed = Lo más probable es un error al escribir.
limit-impossible-travel = Uno de los dos envases puede ser auténtico. Por el código no podemos saber cuál.
limit-many-sessions = Un artículo de exposición en una tienda también puede escanearse con esa frecuencia.
limit-many-owners = Para nosotros, una familia con muchos teléfonos se ve igual.
limit-many-countries = Puede que alguien haya puesto una imagen del código en internet.
limit-many-towns = Puede que alguien se haya mudado, o lo haya regalado.
limit-sold-elsewhere = Un reloj mal ajustado se vería igual.
limit-two-places = Una de las dos notificaciones puede ser un error.
limit-seen-after-end = Quizá nunca se destruyó.
limit-first-seen-expired = Quizá estuvo en un cajón.
limit-lot-astray = Eso no dice nada contra el envase mismo, solo contra su camino hasta aquí.
limit-wrong-market = Puede que alguien simplemente se lo haya llevado de viaje.
limit-unknown-product = Puede ser auténtico: no todas las marcas están aquí.
limit-unknown-serial = Eso no dice nada a favor ni en contra.
limit-no-serial = Para nosotros, una copia de este código se ve igual.
limit-in-house-number = En otro lugar el mismo número puede significar otra cosa.
limit-issued = El código por sí solo no distingue una copia del original.
limit-issued-when-made = Una lista de códigos robada antes de imprimirlos se vería igual.
limit-not-yet-issued = La notificación puede llegar tarde, o se robó una lista de códigos. Eso no demuestra una falsificación.
limit-signature-wrong = Alguien que no tiene la clave de la marca escribió o cambió este código. Un código dañado ni siquiera se lee.
limit-signature-unknown-key = Eso no dice nada a favor ni en contra.
limit-signature-revoked = Quien tenga esa clave puede firmar códigos propios: la firma ya no dice nada.
limit-signature-missing = Un envase puede llevar un segundo código sin firma. Escanee también el otro.
limit-signature-valid = Una copia del código tiene la misma firma.
limit-revealed = Eso vale para el envase en el que encontró el código, y para ningún otro.
limit-revealed-before = Si fue usted, todo está bien. Si el precinto del envase que tiene en la mano está intacto, su código se copió: pregunte a la marca.
limit-revealed-again = Para nosotros se ve igual alguien con un segundo teléfono, o quien recibió el envase de su primer dueño.
limit-first-check = Con un código copiado, la copia puede comprobarse primero.
limit-checked-before = Los hogares, las tiendas y los inspectores miran más de una vez.
limit-past-best-before = Consumo preferente no es caducidad: mire, huela, pruebe.

## Places as a reason names them
source-device = Lugar: la ubicación del propio teléfono
source-typed = Lugar: tal como se escribió
source-address = Lugar: estimado por la dirección de red, que puede estar equivocada

## Next steps
steps-title = Qué hacer ahora
step-stop-using = Deje de usarlo
step-do-not-accept = No lo acepte, no lo compre ni lo use
step-claim = Pida su reembolso o reparación
step-check-typing = Compare otra vez el número con el envase
step-check-batch = Compare el lote del envase
step-compare-pack = Compárelo con el envase
step-ask-brand = Pregunte a { $brand }
step-report = Avisar a { $brand } del problema
step-register = Regístrelo
step-recycle = Vea cómo reciclarlo
step-scan-another = Escanee otro código

## The product
usage-title = Uso y conservación
batch-title = Lote { $batch }
batch-produced = Fabricación
batch-expiry = Caducidad
batch-best-before = Consumo preferente
batch-origin = De dónde viene
batch-advice = Para este lote
batch-days = Es decir
batch-days-left = { $days ->
    [0] el último día
    [one] queda un día
   *[other] quedan { $days } días
}
batch-days-past = { $days ->
    [one] pasó ayer
   *[other] pasó hace { $days } días
}
batch-allergens = Alérgenos:
batch-safety = Atención:
batch-serving = Preparar y servir
batch-storage = Conservación
batch-dose = Dosis
batch-care = Cuidado
batch-markets = Hecho para
unit-title = Este envase
unit-serial = Número de este envase

## Links of the brand
links-title = Más de { $brand }
links-choose = Hay varios. Elija uno; cada uno lleva a otro sitio.

## Journey
journey-title = Dónde ha estado
journey-empty = La marca no ha compartido el recorrido de este envase.
journey-gap = { $days ->
    [one] Durante un día no se sabe nada
   *[other] Durante { $days } días no se sabe nada
}
journey-made-from = De qué se hizo
journey-carried = En su contenedor y en su palé
did-commissioning = Numerado
did-creating-class-instance = Fabricado
did-transforming = Fabricado
did-transformation = Fabricado
did-harvesting = Cosechado
did-packing = Embalado
did-unpacking = Desembalado
did-shipping = Enviado
did-departing = Salió
did-transporting = En camino
did-arriving = Llegó
did-receiving = Recibido
did-storing = Almacenado
did-stocking = Puesto en el estante
did-loading = Cargado
did-unloading = Descargado
did-inspecting = Inspeccionado
did-accepting = Aceptado
did-retail-selling = Vendido
did-dispensing = Dispensado
did-holding = Retenido
did-destroying = Destruido
did-collecting = Recogido para reciclar
did-decommissioning = Dado de baja
did-returning = Devuelto
did-repairing = Reparado
did-other = Visto
was-stolen = notificado como robado
was-destroyed = destruido
was-recalled = retirado
was-damaged = dañado

## Recycling
recycling-title = Reciclaje
recycling-near-label = Localidad o código postal
recycling-near-send = Buscar puntos
recycling-near-me = Usar mi ubicación
recycling-near-unknown = En nuestra lista no hay ningún punto cerca de «{ $near }». Pruebe con la localidad mayor más cercana.
recycling-places = Puntos de recogida que lo aceptan
recycling-place-km = { $km } km
recycling-place-map = Abrir en el mapa
recycling-places-more = { $count ->
    [one] Un punto más
   *[other] { $count } puntos más
}
material-glass = Vidrio
material-paper = Papel
material-cardboard = Cartón
material-pet = Plástico PET
material-plastic = Plástico
material-metal = Metal
material-aluminium = Aluminio
material-organic = Residuos orgánicos
material-electronics = Electrónica
material-batteries = Pilas y baterías
material-medicine = Medicamentos
material-residual = Resto de residuos
part-grams = { $grams } g
part-recycled = { $percent } % reciclado
part-reusable = reutilizable

## Recall
recall-title = Recuperación de un producto por motivos de seguridad
recall-possible-title = Recuperación de un producto por motivos de seguridad: compare el lote
recall-possible = No es seguro que se refiera a este envase. Compare lo que está impreso en el envase con esto:
recall-possible-notice = Tomado de un comunicado de { $source }, número { $number }. { $brand } no ha confirmado que se refiera a este producto.
recall-notice-source = Tomado de un comunicado de { $source }, número { $number }.
notice-openfda = la Administración de Alimentos y Medicamentos de EE. UU. (FDA)
notice-cpsc = la Comisión de Seguridad de Productos del Consumidor de EE. UU. (CPSC)
notice-safety-gate = Safety Gate de la Unión Europea
recall-what = Qué se retira
recall-number = Retirada { $number }
recall-batches = Lotes: { $batches }
recall-serials = Números: { $serials }
recall-produced = Fabricado { $days }
recall-expires = Caducidad o consumo preferente { $days }
recall-days = del { $from } al { $to }
recall-days-from = desde el { $from }
recall-days-to = hasta el { $to }
recall-where-to-look = Dónde mirar
recall-sold = Dónde se vendió
recall-share = Avise, por favor, a otras personas que puedan tenerlo.
recall-check-batch = Lote del envase
recall-check-send = Comprobar este lote
notice-instruction = No lo use antes de haber comparado lo que lleva impreso con este comunicado.
recall-published = Publicado el { $on }
recall-hazard = El peligro
recall-instruction = Qué hacer ahora
recall-remedies = Puede obtener
remedy-refund = su dinero de vuelta
remedy-repair = la reparación
remedy-replacement = un reemplazo
place-gives = Lo que recibe aquí: { $remedies }
near-unknown = «{ $near }» no se conoce aquí: los lugares de abajo no están ordenados. Escriba una ciudad más grande cercana.
recall-places = Dónde llevarlo
recall-contact = Preguntas
claim-title = Pídalo aquí
claim-remedy = ¿Qué desea?
claim-note = ¿Qué ocurrió?
claim-email = Correo electrónico, para la respuesta
claim-send = Enviar la reclamación
claim-done-title = { $brand } tiene su reclamación
claim-done-text = Guarde la referencia y el código. Con ambos puede consultarla, y nadie más puede.
claim-asked = Usted pidió { $remedy }.
claim-status-open = Abierta: nadie ha decidido todavía. Una reclamación nunca se cierra sin la decisión de una persona.
claim-status-need-more = La marca necesita algo de usted. Lea su mensaje y responda abajo.
claim-status-accepted = Aceptada: recibirá lo que pidió, o lo que diga el mensaje.
claim-status-paid = Resuelta: se le devolvió el dinero.
claim-status-repaired = Resuelta: se reparó.
claim-status-replaced = Resuelta: recibió otro.
claim-status-refused = Rechazada, por el motivo que da el mensaje.
claim-is-open = Abierta
claim-is-need-more = Falta algo
claim-is-accepted = Aceptada
claim-is-paid = Dinero devuelto
claim-is-repaired = Reparado
claim-is-replaced = Reemplazado
claim-is-refused = Rechazada
claim-steps-title = Qué ha pasado con ella
claim-by-you = Usted
claim-answer-label = Su respuesta
claim-answer-send = Enviar la respuesta
claim-mail-subject = Su reclamación { $reference } ante { $brand }
claim-mail-about = Se trata de su reclamación { $reference }: { $product }.
claim-mail-says = { $brand } escribe:
claim-mail-where = Con su referencia y su código puede consultarla y responder: { $address }
reference-label = Referencia
code-label = Código
see-mine = Consultar

## Registration
register-title = Registrarlo
register-why = Constancia de su registro y avisos de retirada, sin cuenta.
register-points = { $points ->
    [one] Un punto para usted
   *[other] { $points } puntos para usted
}
register-warranty = { $months ->
    [one] Un mes de garantía desde la compra
   *[other] { $months } meses de garantía desde la compra
}
register-bought-on = Fecha de compra
register-shop = Tienda
register-receipt = Número del tique de compra
register-receipt-hint = Si la tienda lo comunicó con la venta, demuestra que el envase es suyo. Se compara y no se guarda.
register-email = Correo electrónico, solo para avisos de garantía y retirada
register-send = Registrar
register-taken = Alguien ya ha registrado este envase. Si es suyo y no fue usted, pregunte a la marca.
register-done-title = Registrado
register-done-text = Guarde la referencia y el código: con ambos puede consultarlo o borrarlo en cualquier dispositivo, y nadie más puede. En este navegador no los necesita.
warranty-until = Garantía hasta el { $on }
points-earned = { $points ->
    [one] Un punto ganado
   *[other] { $points } puntos ganados
}

## Being told of a recall
follow-title = Recibir aviso de una retirada
follow-why = Si esto se retira más adelante, lo sabrá. No se envía nada más, y no necesita cuenta.
follow-email = Correo electrónico
follow-by-mail = Avisarme por correo
follow-by-link = Darme un enlace privado
follow-link-why = Una página propia que muestra lo que ha cambiado. Guarde su dirección.
follow-by-push = Notificar en este dispositivo
follow-push-none = Este servidor no envía notificaciones a dispositivos.
follow-push-script = Las notificaciones en este dispositivo necesitan JavaScript, que aquí está desactivado. Las opciones de abajo funcionan sin él.
follow-push-install = En un iPhone o iPad, las notificaciones llegan solo a la aplicación instalada: abra el menú Compartir, elija «Añadir a pantalla de inicio» o «Agregar a inicio» y ábrala desde allí. Las opciones de abajo funcionan enseguida.
follow-push-unable = Este navegador no puede mostrar notificaciones. Las opciones de abajo funcionan igualmente.
follow-push-denied = Las notificaciones están bloqueadas para esta página. Permítalas en los ajustes del navegador, o use una de las opciones de abajo.
follow-push-failed = No ha funcionado: el servicio de notificaciones del navegador, o el nuestro, no respondió. Inténtelo de nuevo, o use una de las opciones de abajo.
follow-page-title = Lo que usted sigue
follow-done-title = Anotado
follow-done-mail = Le hemos escrito. Abra el enlace de ese correo para decir que sí: hasta entonces no se envía nada más.
follow-done-confirmed = Si se retira, le escribiremos. Cada uno de esos correos lleva un enlace para ponerles fin.
follow-done-push = Si se retira, este dispositivo mostrará una notificación.
follow-done-link = Mire su página privada cuando quiera: muestra si se retiró.
follow-asked-title = ¿Quiere que le avisemos?
follow-asked = Alguien pidió que le escribamos si se retira { $product } de { $brand }.
follow-yes = Sí, avisarme
follow-ended-title = Terminado
follow-ended = No se le dirá nada más sobre { $product }, y lo que nos dio para ello se ha borrado.
follow-to-pack = Ir a la página del envase
follow-nothing = Ninguna retirada lo incluye. Seguimiento iniciado: { $since }.
follow-recalled = Retirado el { $on }: deje de usarlo.
follow-possible = Quizá retirado el { $on }: compare el lote del envase.
follow-new = nuevo
follow-what-to-do = Qué hacer ahora
follow-keep-title = Su página privada
follow-keep = Quien tenga esta dirección puede ver esta página y ponerle fin. No dice nada sobre usted.
follow-end = No avisarme más
follow-waits = Espera el sí de su correo.
follow-mine-title = Lo que usted sigue en este navegador
follow-mail-subject = ¿Quiere que le avisemos de retiradas de { $product }?
follow-mail-asked = Alguien, esperamos que usted, pidió que se le avise si se retira { $product } de { $brand }.
follow-mail-confirm = Abra esto para decir que sí: { $address }
follow-mail-ignore = Si no fue usted, no haga nada: no se envía nada más.
alert-subject = Recuperación de un producto por motivos de seguridad: { $product }
alert-about = { $brand } ha retirado { $product }; usted pidió que le avisáramos. La retirada se publicó el { $on }.
alert-subject-possible = Recuperación de un producto por motivos de seguridad, compare el lote: { $product }
alert-about-possible = El { $on } se publicó una retirada de { $product }; usted pidió que le avisáramos. Puede que se refiera a su envase: compare lo que lleva impreso.
alert-where = Qué hacer, y qué puede obtener a cambio: { $address }
alert-why = Recibe esto porque lo pidió. Para ponerle fin: { $address }

## Hidden code
reveal-title = El código bajo el precinto
reveal-why = Este envase tiene un segundo código donde nadie lo ve antes de que se abra el envase. Ese código confirma el envase.
reveal-once = Vale una sola vez: quien lo escribe primero recibe la confirmación, y a todos los demás se les dice después que ya se usó. Escríbalo solo cuando el envase sea suyo.
reveal-code = Código bajo el precinto
reveal-send = Confirmar, una vez
reveal-send-all-the-same = Comprobarlo de todos modos
reveal-is-yours = Usted escribió su código oculto ({ $when }), y era correcto.
reveal-is-known = Su código oculto ya se había escrito: { $when }, en otro navegador.
reveal-first-title = Confirmado
reveal-first-text = El código es correcto, y nadie lo había escrito antes. { $brand } lo puso en un solo envase, y solo quien abre ese envase puede leerlo.
reveal-yours-title = Confirmado por usted
reveal-before-title = Ya se había escrito
reveal-before-text = El código es correcto, pero alguien ya lo había escrito: { $when }, en otro navegador. Si no fue usted, no use el envase y pregunte a { $brand }: el código se copió, o el envase se abrió.
reveal-back = Volver al envase

## My products
mine-title = Mis productos y reclamaciones
mine-intro = Escriba la referencia y el código que se le dieron.
mine-look-up = Consultar
mine-erase = Borrar
mine-erase-why = Borra lo que nos dio, de inmediato y para siempre. Los puntos se devuelven.
mine-erased = Borrado. No queda nada de lo que nos dio para { $reference }.
mine-unknown = Ningún registro ni reclamación tiene esta referencia y este código. Compruebe ambos; las letras pueden ser mayúsculas o minúsculas.
mine-registered-at = Registrado: { $when }
mine-opened-at = Abierta: { $when }

## The code itself
code-title = El código
code-text = Tal como se escaneó
code-faults = Qué está mal en él
code-elements = Qué contiene
code-typed = Escrito a mano
ai-00 = el número de envío
ai-01 = el número de producto
ai-02 = el número de producto del contenido
ai-10 = el lote
ai-11 = la fecha de producción
ai-12 = la fecha límite de pago
ai-13 = la fecha de envasado
ai-15 = la fecha de consumo preferente
ai-16 = la fecha límite de venta
ai-17 = la fecha de caducidad
ai-20 = la variante
ai-21 = el número de serie
ai-22 = la variante del producto
ai-37 = la cantidad
ai-240 = el número adicional
ai-250 = el segundo número de serie
ai-414 = el número de lugar
ai-8003 = el número de activo retornable
ai-8004 = el número de activo
ai-8006 = el número de pieza
ai-8020 = el número de pago
ai-other = el valor de ({ $ai })
ai-none = este valor
fault-empty = No hay nada en él. Escanee o escriba el código de nuevo.
fault-no-gs1-data = No contiene ningún número de producto.
fault-unsupported-symbology = Los códigos del tipo «{ $part }» no llevan datos GS1.
fault-link-in-gs1-mode = Un enlace no debe estar en un código GS1: su lugar es un código QR o Data Matrix corriente.
fault-unknown-ai = «{ $text }» no es un identificador de aplicación GS1. Busque un error al escribir, o escanee de nuevo.
fault-empty-element = Aquí falta algo: no hay nada entre dos separadores o paréntesis.
fault-empty-value = No hay nada para { $title }. Busque un error al escribir, o escanee de nuevo.
fault-unbalanced-brackets = Los paréntesis alrededor de «{ $text }» no están emparejados.
fault-too-many-elements = Contiene más de lo que puede llevar un envase, desde «{ $text }» en adelante.
fault-not-a-gtin = «{ $text }» no es lo que contiene un código así: un número de producto de { $digits } cifras.
fault-malformed-urn = «{ $text }» no está escrito como debe estarlo un EPC: por ejemplo, urn:epc:id:sgtin:9506000.013435.A1.
fault-illegal-uri-character = «{ $text }» es un carácter que un enlace no puede tener.
fault-illegal-uri-host = «{ $text }» no es un nombre al que pueda llevar un enlace.
fault-mixed-case-scheme = «{ $text }» debe ir todo en minúsculas o todo en mayúsculas.
fault-not-a-qualifier = En la ruta, detrás del número del que trata el enlace, no puede estar { $title }. Su lugar es detrás del signo de interrogación, o en otro enlace.
fault-qualifier-order = «{ $text }» está en un orden que un enlace no puede tener.
fault-not-an-attribute = Un enlace no puede llevar { $title } detrás de su signo de interrogación.
fault-belongs-in-path = Un enlace debe llevar { $title } delante de su signo de interrogación.
fault-too-short = «{ $text }» es demasiado corto para { $title }. Falta algo.
fault-too-long = «{ $text }» es más de lo que puede contener { $title }.
fault-not-a-digit = «{ $text }» está donde { $title } debe tener una cifra.
fault-not-cset-82 = «{ $text }» es un carácter que { $title } no puede tener.
fault-not-cset-39 = «{ $text }» es un carácter que { $title } no puede tener: solo tiene mayúsculas, cifras y # - /.
fault-not-cset-64 = «{ $text }» es un carácter que { $title } no puede tener: solo tiene letras, cifras, guiones, guiones bajos y =.
fault-not-cset-32 = «{ $text }» no puede ser un carácter de control. Compare los dos últimos caracteres con el envase.
fault-incorrect-check-digit = La última cifra, «{ $text }», no cuadra con las demás: una de ellas está mal. Compare todas las cifras con el envase.
fault-incorrect-check-pair = Los dos últimos caracteres, «{ $text }», no cuadran con los demás: uno de ellos está mal. Compare todos los caracteres con el envase.
fault-not-a-company-prefix = «{ $text }» no puede ser donde empieza el número de una empresa.
fault-illegal-month = «{ $text }» no es un mes.
fault-illegal-day = «{ $text }» no es un día de ese mes.
fault-illegal-hour = «{ $text }» no es una hora del día.
fault-illegal-minute = «{ $text }» no es un minuto de una hora.
fault-illegal-second = «{ $text }» no es un segundo de un minuto.
fault-not-a-country = «{ $text }» no es el código de ningún país.
fault-not-a-currency = «{ $text }» no es el código de ninguna moneda.
fault-not-a-sex = «{ $text }» no es ninguno de los códigos 0, 1, 2 y 9 para el sexo de una persona.
fault-not-a-media-type = «{ $text }» no es un código de aquello en que se imprime la identidad de una persona.
fault-not-a-package-type = «{ $text }» no es un código de un tipo de embalaje.
fault-not-an-importer-index = «{ $text }» no puede ser el índice de un importador: es una sola letra, una cifra, un guion o un guion bajo.
fault-illegal-latitude = «{ $text }» queda más allá del polo.
fault-illegal-longitude = «{ $text }» da más de una vuelta a la Tierra.
fault-not-zero = «{ $text }» está donde debe haber un cero.
fault-zero = Solo ceros: eso no puede ser { $title }.
fault-zero-prefix = «{ $text }» no debe empezar por cero.
fault-not-yes-or-no = Para { $title } solo es posible 0 o 1.
fault-not-a-hyphen = «{ $text }» está donde debe haber un guion: significa bajo cero.
fault-illegal-winding = «{ $text }» no es ninguno de los sentidos de bobinado 0, 1 y 9.
fault-needs-non-digit = «{ $text }» solo tiene cifras; { $title } tiene entre ellas otro carácter.
fault-not-iban = «{ $text }» es un carácter que no tiene ningún número de cuenta bancaria.
fault-incorrect-iban-check = Las cifras de control de la cuenta bancaria, «{ $text }», no cuadran con el resto.
fault-bad-percent-encoding = «{ $text }» no es un carácter: un signo de porcentaje necesita detrás dos cifras hexadecimales.
fault-odd-piece-of-total = «{ $text }» no se puede dividir en una pieza y un total.
fault-zero-piece = Las piezas se cuentan desde uno: «{ $text }» no puede ser.
fault-zero-total = Un total de «{ $text }» piezas no puede ser.
fault-piece-exceeds-total = «{ $text }» indica una pieza más allá del total.
fault-malformed-sequence = «{ $text }» debe ser una posición y un final, como 1/3.
fault-position-exceeds-end = «{ $text }» indica una posición más allá del final.
fault-coupon-missing = En el cupón falta { $part }.
fault-coupon-truncated = En el cupón faltan caracteres en { $part }: «{ $text }».
fault-coupon-illegal = En el cupón, { $part } no puede ser «{ $text }».
fault-coupon-expires-before-start = El cupón termina antes de empezar: «{ $text }».
fault-coupon-excess = El cupón continúa detrás de su último campo: «{ $text }».
fault-missing-association = Junto con { $title }, un envase debe llevar también { $others }, en este código o en otro.
fault-excluded-pair = Un envase no puede llevar a la vez { $title } y { $others }.
fault-repeated-ai = Aparece más de una vez { $title }: «{ $text }» es una de las veces.
fault-unsigned-serial = La firma digital firma { $title }, que entonces debe llevar su número de serie: «{ $text }» no lleva ninguno.
fault-short-gtin = «{ $text }» es una forma antigua de escribir el número de producto: los enlaces escriben ahora las 14 cifras.
fault-trailing-slash = El enlace termina con una barra que no debería tener.
fault-other = «{ $text }» no puede ser correcto.
list-or = { $first } o { $last }
coupon-format-code = el código de formato
coupon-funder-length = la longitud del financiador
coupon-funder = el financiador
coupon-company-prefix-length = la longitud del número de la empresa
coupon-company-prefix = el número de la empresa
coupon-offer-code = el código de la oferta
coupon-save-value-length = la longitud del descuento
coupon-save-value = el descuento
coupon-additional-purchase-rules-code = el código para otras compras
coupon-first-purchase-requirement-length = la longitud del requisito de la primera compra
coupon-first-purchase-requirement = el requisito de la primera compra
coupon-first-purchase-requirement-code = el código del requisito de la primera compra
coupon-first-purchase-family-code = el código de familia de la primera compra
coupon-second-purchase-requirement-length = la longitud del requisito de la segunda compra
coupon-second-purchase-requirement = el requisito de la segunda compra
coupon-second-purchase-requirement-code = el código del requisito de la segunda compra
coupon-second-purchase-family-code = el código de familia de la segunda compra
coupon-second-purchase-company-prefix-length = la longitud del número de la empresa de la segunda compra
coupon-second-purchase-company-prefix = el número de la empresa de la segunda compra
coupon-third-purchase-requirement-length = la longitud del requisito de la tercera compra
coupon-third-purchase-requirement = el requisito de la tercera compra
coupon-third-purchase-requirement-code = el código del requisito de la tercera compra
coupon-third-purchase-family-code = el código de familia de la tercera compra
coupon-third-purchase-company-prefix-length = la longitud del número de la empresa de la tercera compra
coupon-third-purchase-company-prefix = el número de la empresa de la tercera compra
coupon-expiration-date = el último día
coupon-start-date = el primer día
coupon-serial-number-length = la longitud del número de serie
coupon-serial-number = el número de serie
coupon-retailer-company-prefix-length = la longitud del número del comercio
coupon-retailer-company-prefix = el número del comercio
coupon-save-value-code = el código del descuento
coupon-save-value-applies-to = el artículo al que se aplica el descuento
coupon-store-coupon-flag = la señal de cupón de tienda
coupon-dont-multiply-flag = la señal de no multiplicar

## Demo
demo-title = Etiquetas de demostración
demo-intro = Abra el escáner en un teléfono y apúntelo a una etiqueta de esta pantalla. Cada una dice qué debería responder.
demo-expect = Debería responder
demo-open = Abrir su página

## Countries that the demo and many others need; elsewhere the code is shown
country-ae = Emiratos Árabes Unidos
country-ar = Argentina
country-at = Austria
country-au = Australia
country-ba = Bosnia y Herzegovina
country-bd = Bangladés
country-be = Bélgica
country-bg = Bulgaria
country-br = Brasil
country-ca = Canadá
country-ch = Suiza
country-ci = Costa de Marfil
country-cl = Chile
country-cn = China
country-co = Colombia
country-cr = Costa Rica
country-cy = Chipre
country-cz = Chequia
country-de = Alemania
country-dj = Yibuti
country-dk = Dinamarca
country-do = República Dominicana
country-dz = Argelia
country-ec = Ecuador
country-ee = Estonia
country-eg = Egipto
country-es = España
country-et = Etiopía
country-fi = Finlandia
country-fr = Francia
country-gb = Reino Unido
country-ge = Georgia
country-gh = Ghana
country-gr = Grecia
country-gt = Guatemala
country-hk = Hong Kong
country-hn = Honduras
country-hr = Croacia
country-hu = Hungría
country-id = Indonesia
country-ie = Irlanda
country-il = Israel
country-in = India
country-is = Islandia
country-it = Italia
country-jo = Jordania
country-jp = Japón
country-ke = Kenia
country-kr = Corea del Sur
country-kz = Kazajistán
country-li = Liechtenstein
country-lk = Sri Lanka
country-lt = Lituania
country-lu = Luxemburgo
country-lv = Letonia
country-ma = Marruecos
country-md = Moldavia
country-me = Montenegro
country-mk = Macedonia del Norte
country-mt = Malta
country-mx = México
country-my = Malasia
country-ng = Nigeria
country-nl = Países Bajos
country-no = Noruega
country-nz = Nueva Zelanda
country-pa = Panamá
country-pe = Perú
country-ph = Filipinas
country-pk = Pakistán
country-pl = Polonia
country-pt = Portugal
country-ro = Rumanía
country-rs = Serbia
country-ru = Rusia
country-rw = Ruanda
country-sa = Arabia Saudita
country-se = Suecia
country-sg = Singapur
country-si = Eslovenia
country-sk = Eslovaquia
country-sn = Senegal
country-th = Tailandia
country-tn = Túnez
country-tr = Turquía
country-tw = Taiwán
country-tz = Tanzania
country-ua = Ucrania
country-ug = Uganda
country-us = Estados Unidos
country-uy = Uruguay
country-uz = Uzbekistán
country-vn = Vietnam
country-za = Sudáfrica

## Problems, by the kind that the server names; the server's own sentences are in English
problem-code = Este enlace está dañado: una cifra de su número de producto está mal, o falta algo. Compárelo con el envase, o escanee el código de nuevo.
problem-form-expired = Este formulario ha caducado, o no se abrió en este navegador. Abra la página de nuevo y envíelo otra vez.
problem-not-found = En esta dirección no hay nada. Compruébela, o empiece desde la primera página.
problem-no-link = Aquí no hay un enlace así para esto. Abra la página desde el código del envase.
problem-no-such-reference = Ningún registro ni reclamación tiene esta referencia y este código. Compruebe ambos e inténtelo de nuevo.
problem-not-on-record = Este envase no consta en los registros de la marca, así que no se puede registrar. Escanee su código de nuevo.
problem-too-slow = La solicitud tardó demasiado. Inténtelo de nuevo, quizá desde una red mejor.
problem-taken = Alguien ya ha registrado este envase. Si es suyo y no fue usted, pregunte a la marca.
problem-blocked = Este envase no se puede registrar: según los registros de la marca, no debe venderse ni usarse.
problem-not-sold = Según los registros de la marca, este envase aún no se ha vendido, así que no se puede registrar. Pida a la tienda que anote la venta e inténtelo de nuevo.
problem-ownership-moved = Esto ya no está como estaba. Consúltelo de nuevo y vea qué se puede hacer.
problem-no-proof = Este enlace ya no muestra nada: su plazo terminó, o el envase tiene otro titular. Pida uno nuevo a quien se lo dio.
problem-claimed = Ya hay una reclamación para este envase. Si es suyo y no fue usted, pregunte a la marca.
problem-claim-moved = Esta reclamación ya no está como estaba: alguien se adelantó. Ábrala de nuevo y mire.
problem-body-too-large = Esto es demasiado grande. Envíe menos, o una imagen más pequeña.
problem-field = Algo en el formulario no está bien: compruebe la dirección de correo, la fecha y la longitud del texto.
problem-not-covered = Esta retirada no incluye este envase, o no ofrece esta solución. Abra la página del envase y elija entre lo que ofrece.
problem-picture = Esta imagen no se puede leer. Use otra, en JPEG o PNG.
problem-too-many = Llegaron demasiadas solicitudes desde su red, o sobre este código, en poco tiempo. Espere un momento e inténtelo de nuevo.
problem-busy = Ahora mismo se están leyendo demasiadas imágenes. Inténtelo de nuevo en unos segundos, o escriba el número.
problem-records = El servidor no puede acceder ahora a sus registros. No se perdió nada; inténtelo de nuevo en un minuto.
problem-internal = Algo falló en el servidor. Ha quedado anotado; inténtelo de nuevo en un minuto.
