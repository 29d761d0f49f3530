# Servicio y devoluciones: /returns, y lo que lleva allí.

own-yours = Usted registró este producto.
own-return = Reparación o devolución
own-return-open = Su reparación o devolución está abierta

return-title = Reparación o devolución
return-known = Lo que ya sabemos
return-not-said = No indicado
return-serial = Número de serie
return-batch = Lote
return-warranty = Garantía
return-warranty-runs = Vigente hasta el { $day }
return-warranty-ended = Terminó el { $day }
return-warranty-months = { $months ->
    [one] Un mes desde la compra
   *[other] { $months } meses desde la compra
}
return-warranty-none = Aquí no consta ninguna
return-days = Si no tiene defecto
return-days-run = Puede devolverse hasta el { $day }
return-days-ended = Podía devolverse hasta el { $day }
return-days-count = { $days ->
    [one] Puede devolverse a más tardar el día después de la compra
   *[other] Puede devolverse en los { $days } días después de la compra
}
return-registered = Registrado
return-evidence-claimed = Por su palabra
return-evidence-supported = Con una venta o un recibo
return-evidence-proven = Con el código oculto
return-rights = Lo que le da la ley
return-service = Servicio de { $brand }
return-none-here = { $brand } no acepta aquí reparaciones ni devoluciones.
return-ask-shop = Lo compró en: { $shop }. Pregunte primero allí.
return-recalled = Este producto está retirado del mercado. La retirada le da más que una devolución: pida eso primero.
return-to-recall = Ir al aviso de retirada
return-there-is = Ya hay una devolución de este producto: { $reference }.
return-there-is-claim = Hay una reclamación por una retirada para este producto: { $reference }. Va primero.
return-to-open = Ver su devolución
return-look-up = Con su referencia y su código puede consultarla.
return-near = Adónde puede llevarlo
return-near-unknown = No conocemos ese lugar. La lista de abajo no está ordenada.
return-yours = Lo que no sabemos
return-reason = ¿Qué le pasa?
return-reason-does-not-work = No funciona
return-reason-damaged = Llegó dañado
return-reason-wrong-product = No es lo que pedí
return-reason-part-missing = Falta una pieza
return-reason-changed-mind = Nada: no quiero quedármelo
return-reason-other = Otra cosa
return-words = Con sus palabras
return-words-hint = ¿Qué ocurre, y desde cuándo? Con «Otra cosa» hace falta.
return-photo = Foto
return-photo-hint = Solo la ve el personal de { $brand }. Se reduce, y se borra en cuanto deciden.
return-remedy-repair = Repararlo
return-remedy-replacement = Darme otro
return-remedy-refund = Devolverme el dinero
return-remedy-advice = Decirme qué puedo hacer
return-place = ¿Adónde lo lleva?
return-place-none = Aún no lo sé
return-email-hint = Sin él, verá la respuesta solo en esta página.
return-send = Enviar a { $brand }
return-open-title = Su solicitud está con { $brand }
return-status-title = Reparación o devolución { $reference }
return-status-open = Nadie ha decidido aún. Conserve el producto hasta que alguien escriba.
return-status-need-more = La marca necesita algo de usted. Lea su mensaje y responda.
return-status-accepted = Aceptada. Lleve o envíe el producto con el resguardo.
return-status-received = Su producto ha llegado. Aquí leerá qué se hace con él.
return-status-paid = Resuelta: se le devolvió el dinero. El producto ya no está registrado a su nombre.
return-status-repaired = Resuelta: se reparó.
return-status-replaced = Resuelta: recibió otro. El antiguo ya no está registrado a su nombre.
return-status-advised = Cerrada, con el consejo del mensaje.
return-status-refused = Rechazada, por el motivo del mensaje.
return-status-withdrawn = Usted la retiró. Puede abrir otra en cualquier momento.
return-wait = Espere a que { $brand } la haya aceptado antes de llevarlo o enviarlo.
return-slip-open = Resguardo de devolución, para imprimir
return-photo-kept = Enviada, aún sin mirar
return-opened = Enviada
return-said = Con sus palabras
return-wish = Lo que desea
return-email = Correo electrónico
return-withdraw-offer = Retirarla
return-withdraw-why = Entonces no ocurre nada más, y la foto se borra. Lo que escribió queda hasta que lo borre en «Sus datos».
return-withdraw = Retirar la devolución
return-own-title = Mis reparaciones y devoluciones
return-slip-title = Resguardo de devolución
return-slip-how = Imprima esta página y póngala con el producto. O muéstrela en su teléfono.
return-slip-product = Producto
return-slip-to = Va a
return-slip-nowhere = Pregunte a { $brand } adónde enviarlo.
return-slip-back = Volver a la devolución
return-mail-subject = Su devolución { $reference } con { $brand }
return-mail-about = Se trata de su devolución { $reference }: { $product }.
claim-is-received = Llegó
claim-is-advised = Respondida
claim-is-withdrawn = Retirada
owner-returned = Lo devolvió { $when }. Ya no está registrado a su nombre.
problem-not-taken-back = La marca no ofrece esto para este producto, o ya no. Abra la página de nuevo y elija entre lo que ofrece.
