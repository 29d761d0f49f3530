## Points
rewards-title = Puntos
rewards-intro = Las marcas dan puntos por lo que las ayuda a ellas y a otros. Se guardan en este navegador, sin cuenta.
rewards-sum = { $points ->
    [one] Un punto
   *[other] { $points } puntos
}
rewards-empty = Aún no hay puntos. Registrar un producto da algunos.
rewards-all = Ver de dónde vienen
rewards-waiting-title = Pendientes
rewards-waiting = { $points ->
    [one] Uno más pendiente
   *[other] { $points } más pendientes
}
rewards-waiting-line = { $points ->
    [one] Un punto pendiente: { $product }
   *[other] { $points } puntos pendientes: { $product }
}
rewards-history-title = A qué corresponden
rewards-fair = Un envase da sus puntos una sola vez. Comprobarlo de nuevo, o que lo haga otra persona de la casa, no cuesta nada.
rewards-to-pack = Escribir el código oculto
points-waiting = { $points ->
    [one] Un punto pendiente: ver qué falta
   *[other] { $points } puntos pendientes: ver qué falta
}
waits-basis = Llegarán cuando escriba el código oculto del envase: el código que todos pueden ver está también en fotos y listas.
waits-receipt = Llegarán cuando la marca haya visto su recibo: el código que todos pueden ver está también en fotos y listas. Envíelo desde la página del envase.
waits-again = Este envase ya se registró antes y se borró. Llegarán cuando escriba su código oculto.
waits-person = Hoy ha ganado muchos. Estos llegarán por sí solos en unos días.
waits-network = Hoy llegaron muchos desde su red. Estos llegarán por sí solos mañana, o enseguida con el código oculto.
waits-staff = Antes lo examina la marca.
reward-registration = Registro { $reference }
reward-registration-erased = Registro { $reference } borrado
reward-recycling = Devuelto: { $reference }
reward-recycling-erased = Devuelto, borrado: { $reference }
reward-report = Aviso { $reference }
reward-report-erased = Aviso { $reference } borrado
reward-review = Opinión { $reference }
reward-review-erased = Opinión { $reference } borrada
reward-voucher = Vale: { $reference }
rewards-offers-title = Lo que { $brand } da por ellos
rewards-take = Obtenerlo por { $points } puntos
rewards-more-needed = Cuesta { $points } puntos.
rewards-vouchers-title = Sus vales
voucher-until = Hasta el { $date }. Muestre o escriba el código en la tienda; vale una sola vez.
voucher-used = Canjeado: { $when }.
report-points = Anotarlo para obtener puntos, si la marca los da por ello. Su aviso se guarda entonces junto a los puntos de este navegador.
problem-few-points = No tiene puntos suficientes para esto. Vea cuáles están pendientes y qué les falta.
problem-no-voucher = Ese vale no existe, o no queda ninguno, o su plazo terminó.
problem-voucher-used = Este vale ya se canjeó. Su código vale una sola vez.
report-kept-points = { $points ->
    [one] Un punto queda pendiente hasta que la marca lo haya examinado. Junto a su aviso solo se anotaron los puntos de este navegador.
   *[other] { $points } puntos quedan pendientes hasta que la marca lo haya examinado. Junto a su aviso solo se anotaron los puntos de este navegador.
}
