## What is kept about this browser
privacy-title = Sus datos
privacy-intro = Aquí no tiene cuenta. Esto es todo lo que este servidor guarda sobre este navegador, encontrado mediante su cookie.
privacy-intro-devices = Aquí no tiene cuenta. Esto es todo lo que este servidor guarda sobre usted, de todos los dispositivos que tienen abiertos sus productos.
privacy-nothing = No se guarda nada sobre este navegador.
privacy-on-device = Solo en este dispositivo, códigos escaneados: { $count }. También están en la copia y se borran con lo demás.
privacy-forms-on-device = Solo en este dispositivo, formularios enviados o que esperan una red: { $count }. También están en la copia, las fotos con su nombre y tamaño, y se borran con lo demás.
privacy-photo = con una foto
privacy-more = y { $count } más; todo está en la copia
privacy-kind-registrations = { $count ->
    [one] Un envase registrado
   *[other] { $count } envases registrados
}
privacy-kind-claims = { $count ->
    [one] Una reclamación
   *[other] { $count } reclamaciones
}
privacy-kind-reports = { $count ->
    [one] Un aviso
   *[other] { $count } avisos
}
privacy-kind-follows = { $count ->
    [one] Una petición de avisos de retirada
   *[other] { $count } peticiones de avisos de retirada
}
privacy-kind-checks = { $count ->
    [one] Una comprobación de un código
   *[other] { $count } comprobaciones de códigos
}
privacy-kind-reveals = { $count ->
    [one] Un código oculto que usted escribió
   *[other] { $count } códigos ocultos que usted escribió
}
privacy-kind-points = { $count ->
    [one] Una anotación en sus puntos
   *[other] { $count } anotaciones en sus puntos
}
privacy-kind-passkeys = { $count ->
    [one] Una llave de acceso
   *[other] { $count } llaves de acceso
}
privacy-kind-devices = { $count ->
    [one] Un dispositivo que tiene esto abierto
   *[other] { $count } dispositivos que tienen esto abierto
}
privacy-export = Guardar una copia de todo
privacy-erase = Borrar todo
privacy-consents-title = A qué dijo que sí
privacy-consent-mail = Un correo a { $address } cuando se retire { $path }.
privacy-consent-push = Un mensaje en este dispositivo cuando se retire { $path }.
privacy-consent-none = A nada. Cada sí se pide por separado, donde hace falta.
privacy-consents-hint = Retirar uno de estos permisos no cambia nada más.
privacy-take-back = Retirar el permiso
privacy-how-title = Cómo se guarda
privacy-how-anonymous = Usted es un número aleatorio en una cookie. No se pide ningún nombre. Una dirección de correo se guarda solo donde usted la dio.
privacy-how-place = Su ubicación se pide solo cuando usted toca para darla, y se redondea a unos 5 km antes de guardarla. Sin él, una comprobación puede guardarse con el país al que pertenece su dirección de red, nunca con la dirección.
privacy-how-photo = Una foto se vuelve a generar, más pequeña, sin lo que la cámara escribió en ella. El original no se guarda.
privacy-how-parties = Ninguna página carga nada de nadie más. La marca ve lo que usted le envía; de quienes comprueban los envases solo ve recuentos.
privacy-how-long = Las comprobaciones se guardan 400 días, salvo que quien gestiona este servidor haya elegido otro plazo. Lo que dio junto con un envase queda hasta que usted lo borre.
privacy-how-passkeys = Una llave de acceso que usted creó se guarda hasta que la quite: su mitad pública, y cuándo se creó y se usó por última vez. Un dispositivo tiene abiertos sus productos hasta que se cierre su sesión o no haya estado aquí en dos años.
privacy-how-history = La lista de lo que escaneó la guarda su navegador, no este servidor.
privacy-elsewhere-title = ¿Lo hizo en otro navegador?
privacy-elsewhere = Lo que registró o reclamó en otro lugar se abre con su número y su código:
privacy-erase-title = ¿Borrar todo?
privacy-erase-text = Sus registros, avisos, opiniones, reclamaciones, peticiones, comprobaciones y puntos desaparecen ahora y para siempre, y también la lista que guarda este navegador. Si quiere una copia, guárdela antes.
privacy-erase-devices = Desaparece en todos sus dispositivos, y sus llaves de acceso ya no abren nada. Puede que sus dispositivos aún las muestren: quítelas allí.
privacy-left-title = Lo que queda, sin usted
privacy-left-checks = Cuántas veces y cuándo se comprobó un envase o se escribió su código oculto, sin usted ni su ubicación: así se descubren las copias de su código.
privacy-left-claims = Que una reclamación se resolvió, con envase, solución y día: lo necesita la contabilidad de la marca. Sus palabras y su dirección desaparecen.
privacy-left-reports = Que hubo un aviso sobre este envase, su día y lo que averiguó la marca. Sus palabras, su foto y su ubicación desaparecen.
privacy-left-points = Que un envase dio puntos o se cedió a otra persona, sin usted: los da una sola vez, y sigue siendo de su titular.
privacy-left-log = El número de una reclamación, un aviso o una opinión en que trabajó el personal: lo que hicieron sigue constando. Un intento fallido de adivinar un código oculto cuenta 30 días, como resumen criptográfico.
privacy-left-copies = Las copias que hizo antes quien gestiona este servidor, hasta que se reemplacen, y los correos que se enviaron.
privacy-open-claims = { $count ->
    [one] Tiene una reclamación abierta. Con esto termina: ya no recibirá nada por ella.
   *[other] Tiene { $count } reclamaciones abiertas. Con esto terminan: ya no recibirá nada por ellas.
}
privacy-keep-claims = Dejar que las reclamaciones abiertas sigan. Tengo sus números y códigos, y puedo borrarlas más tarde.
privacy-erase-now = Borrar todo ahora
privacy-keep = Conservarlo todo
privacy-erased-title = Borrado
privacy-erased-text = Aquí ya no se guarda nada que lleve hasta usted. Este navegador también ha olvidado lo que guardaba; durante 40 días recuerda cuándo borró usted, para que un escaneo que aún espera red no traiga nada de vuelta.
privacy-erased-on = Ir al inicio
