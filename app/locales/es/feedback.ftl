# Español: lo que la gente opina de los envases. Solo el servidor muestra estos textos.
feedback-title = Qué opina la gente
feedback-average = { $average } de 5 estrellas, de { $count ->
    [one] una persona
   *[other] { $count } personas
}
feedback-stars = { $count ->
    [one] Una estrella
   *[other] { $count } estrellas
}
feedback-of-five = { $stars } de 5 estrellas
feedback-none = Nadie ha dicho nada todavía.
feedback-owners = { $count ->
    [0] Ninguna registró el envase, así que de ninguna consta que lo comprara.
    [one] Una de ellas registró el envase. De nadie más consta que lo comprara.
   *[other] { $count } de ellas registraron el envase. De nadie más consta que lo comprara.
}
feedback-hidden-count = { $count ->
    [one] Una opinión no se muestra porque sus palabras infringieron una regla. Sus estrellas cuentan.
   *[other] { $count } opiniones no se muestran porque sus palabras infringieron una regla. Sus estrellas cuentan.
}
feedback-this-batch = Lote { $batch }, este
feedback-other-batch = Lote { $batch }, no este
feedback-owner = propietario registrado
feedback-nobody = no consta que lo comprara
feedback-for-points = recibió puntos por escribir, sean cuales sean las estrellas
feedback-photo-alt = Foto que la acompaña
feedback-answers = Respuesta de { $brand } ({ $when })
feedback-answer-before = Aquello a lo que responde se cambió después.
feedback-needs-batch = Las opiniones son sobre un lote. Abra la página de un envase, o escriba su lote, para decir qué le parece.
feedback-write = Diga qué le parece
feedback-why = Los demás ven sus estrellas y sus palabras con el lote, y nunca quién es usted. { $brand } también las ve y puede responder aquí.
feedback-wrong = ¿Algo no está bien en este envase, o ha hecho daño a alguien? Las estrellas no llegan a nadie a tiempo.
feedback-wrong-link = Cuéntelo en «¿Algo no está bien?»
feedback-stars-label = Sus estrellas
feedback-words = En sus palabras
feedback-photo = Una foto
feedback-photo-hint = Se guarda más pequeña y sin lo que su cámara escribe junto a la imagen. Los demás la ven cuando { $brand } la ha mirado.
feedback-photo-again = Elija otra foto solo para ponerla en lugar de la que está guardada.
feedback-no-photo = Quitar la foto guardada
feedback-quote-title = ¿Puede { $brand } citar sus palabras en su publicidad?
feedback-quote-ask = { $brand } puede usar estas palabras en publicidad, sin nombre. Puedo retirar este permiso en cualquier momento, y entonces termina.
feedback-quote-hint = Si lo deja vacío, todo lo demás sigue igual. Las estrellas y los puntos no dependen de ello.
feedback-points = { $points ->
    [one] Como propietario registrado recibe un punto por ello, le guste o no. Los demás lo ven.
   *[other] Como propietario registrado recibe { $points } puntos por ello, le guste o no. Los demás lo ven.
}
feedback-points-register = { $points ->
    [one] Los propietarios registrados reciben un punto por ello, les guste o no.
   *[other] Los propietarios registrados reciben { $points } puntos por ello, les guste o no.
}
feedback-send = Enviar
feedback-own-title = Lo que usted dijo
feedback-change = Cambiar
feedback-send-again = Guardar el cambio
feedback-erase = Borrar
feedback-erase-why = Sus estrellas, sus palabras y su foto desaparecen para siempre y ya no cuentan. Los puntos que dieron se devuelven.
feedback-unquote = Retirar el permiso para citar sus palabras
feedback-quoted = Usted permite que { $brand } cite sus palabras en su publicidad.
feedback-photo-waits = Los demás verán su foto cuando { $brand } la haya mirado.
feedback-photo-shown = Los demás ven su foto.
feedback-is-hidden = { $brand } ocultó sus palabras ({ $when }): { $why }
feedback-is-hidden-counts = Sus estrellas siguen contando. Si cambia las palabras, { $brand } puede mostrarlas de nuevo.
feedback-is-hidden-spam = Sus estrellas no cuentan. Si es un error, pregunte a { $brand } con el número { $reference }.
hidden-because-spam = no tratan de este envase, sino que anuncian algo o las escribió una máquina.
hidden-because-insult = insultan a alguien.
hidden-because-person = revelan quién es alguien.
hidden-because-elsewhere = tratan de otro producto, o de una tienda o su entrega.
hidden-because-unlawful = son contrarias a la ley.
feedback-done-title = Gracias
feedback-done-text = Sus estrellas cuentan, y sus palabras están en la página de este envase.
feedback-done-stars = Sus estrellas cuentan.
feedback-done-hidden = Está guardado. { $brand } había ocultado antes sus palabras y puede mostrarlas de nuevo.
feedback-done-owner = Aparece como propietario registrado y sin ningún nombre.
feedback-done-nobody = Al lado dice que no consta que usted lo comprara. Registre el envase en este navegador, y dirá que es suyo.
feedback-done-quote = { $brand } puede citar sus palabras. Puede retirar el permiso aquí o en «Sus datos».
feedback-done-points = { $points ->
    [one] Ha recibido un punto.
   *[other] Ha recibido { $points } puntos.
}
feedback-done-waiting = { $points ->
    [one] Un punto pendiente: ver qué falta
   *[other] { $points } puntos pendientes: ver qué falta
}
feedback-done-again = Solo este navegador vuelve a encontrarlo, para cambiarlo o borrarlo.
feedback-erased-title = Borrado
feedback-erased-text = Lo que dijo sobre este envase ha desaparecido y ya no cuenta.
feedback-unquoted-title = Permiso retirado
feedback-unquoted-text = Sus palabras ya no se pueden citar. Sus estrellas y sus palabras siguen en la página del envase.
feedback-mine-title = Lo que usted dijo de envases
feedback-mine-open = Ver, cambiar o borrar
problem-no-feedback = Las estrellas son para envases de un lote conocido que no están retirados, bloqueados ni en duda. Diga qué no está bien en este en «¿Algo no está bien?», en su página.
privacy-kind-feedback = { $count ->
    [one] Lo que dijo sobre un envase
   *[other] Lo que dijo sobre { $count } envases
}
privacy-consent-quote = { $brand } puede citar en publicidad lo que usted dijo de { $product }.
