# Español. Los mismos ids y variables que en locales/en.

## Everywhere
brand-name = Touchstone
tagline = Escanéelo. Sepa qué es, si puede fiarse y qué hacer después.
skip-to-content = Ir al contenido
nav-label = Menú principal
nav-scan = Escanear
nav-history = Historial
nav-mine = Mis productos
language-label = Idioma
footer-privacy = Sin cuenta y sin terceros. Lo que escanea se queda en este dispositivo y con la marca dueña del producto.
footer-your-data = Ver o borrar sus datos.
stored-copy = No hay conexión. Esta página se cargó el { $when } y no se ha vuelto a comprobar.
optional = opcional

## Standings: the word, and the sentence below it
standing-recalled = Retirado: deje de usarlo
standing-blocked = No lo acepte
standing-not-issued = No emitido por { $brand }
standing-possibly-recalled = Compruebe el lote
standing-suspect = Tenga cuidado
standing-mismatch = No coincide
standing-expired = Caducado
standing-unknown = Aquí no se conoce
standing-product = { $product }
standing-batch = { $product }, lote { $batch }
standing-issued = Emitido por { $brand }
standing-confirmed = Confirmado
standing-unchecked = Aún sin comprobar
about-recalled = Este producto es objeto de una retirada. Deje de usarlo.
about-blocked = Este envase en concreto no debe venderse ni usarse.
about-not-issued = { $brand } no ha emitido ningún envase con este número.
about-possibly-recalled = Puede que algunos envases de este producto estén retirados. No lo use antes de haber comparado.
about-suspect = Algo no cuadra en dónde y con qué frecuencia se ha visto este código.
about-mismatch = Lo que dice el código impreso difiere de lo que le consta a la marca.
about-expired = Su fecha ya pasó.
about-past-best-before = Su fecha de consumo preferente ha pasado. Puede estar bueno todavía: mire, huela, pruebe.
about-unknown = No conocemos este código. Eso no lo convierte en una falsificación.
about-product = Este código indica el producto. No distingue un envase de otro.
about-batch = Este código indica el lote. No distingue un envase de otro.
about-issued = Sin señales de alerta. Un código se puede copiar: compare la imagen y el lote.
about-confirmed = Usted reveló el código oculto bajo el precinto, y nadie más lo hizo.
about-unchecked = No hay conexión. Queda guardado y se comprobará cuando haya red.
about-unreachable = Nuestro servidor no responde. El código queda guardado y se comprobará en cuanto responda.
unchecked-before = El { $day }: { $word }. Puede haber cambiado desde entonces.
caution-unchecked = Si es un medicamento, o comida para niños pequeños, espere a que esté comprobado.
also = Además: { $standings }

## Home
home-title = ¿Qué tiene en la mano?
home-scan = Escanear un código
home-points-title = Lo que podrá saber
home-point-trust = Si lo emitió la marca y qué hay en su contra.
home-point-recall = Si está retirado y cómo recuperar su dinero.
home-point-journey = De dónde viene y cómo llegó hasta usted.
home-point-recycle = Qué hacer con cada parte del envase.
home-demo = Probar con las etiquetas de demostración

## Scan
scan-title = Escanear
scan-why-camera = La cámara busca un código. Ninguna imagen sale de su teléfono.
scan-start = Iniciar la cámara
scan-stop = Detener
scan-photo-label = Elegir una foto del código
scan-photo-send = Leer la foto
scan-type-label = Número o enlace del envase
scan-type-hint = Por ejemplo (01)09506000134352(21)A1, o las cifras bajo las barras
scan-type-send = Comprobar
scan-paste = Pegar
scan-torch = Luz
scan-lens = Otra cámara
scan-sounds = Tonos para apuntar
scan-zoom = Zoom
scan-looking = Buscando un código…
scan-starting = Iniciando la cámara…
scan-checking = Comprobando…
scan-several = { $count ->
    [one] Un código a la vista. Tóquelo para comprobarlo.
   *[other] { $count } códigos a la vista. ¿Cuál?
}
scan-part = Este código es uno de { $count } que dicen algo juntos. Leídos hasta ahora: { $read }. Muestre también los demás.
scan-no-code = En esta foto no hay ningún código que podamos leer. Pruebe de nuevo más cerca, con más nitidez y sin reflejos.
scan-unreadable = En esta foto hay un código, pero está demasiado dañado o borroso para leerlo. Pruebe más cerca o escriba el número.
scan-too-small = En esta foto hay un código, pero es demasiado pequeño. Acérquese.
scan-cut-off = El código se sale de esta foto. Hágala desde más lejos, con un poco de margen.
scan-glare = La luz se refleja en el código. Incline el envase o apártese de la luz y pruebe otra vez.
scan-blurred = El código está borroso en esta foto. No se mueva, deje que la cámara enfoque y pruebe otra vez.
scan-worker-lost = El lector tuvo que reiniciarse. Vuelva a poner el código a la vista.
scan-outdated = Hay una versión nueva. Recargue la página y escanee de nuevo.
scan-no-picture = Este archivo no es una imagen que el navegador pueda abrir. Elija otro.
scan-no-wasm = Este navegador no puede ejecutar el lector de la cámara. Elija una foto o escriba el número: aquí funcionan ambos.
camera-denied = La cámara no está permitida en esta página. Permítala para este sitio en los ajustes del navegador, o elija una foto.
camera-none = Este dispositivo no tiene una cámara que el navegador pueda usar. Elija una foto o escriba el número.
camera-busy = Otra aplicación está usando la cámara. Ciérrela, o elija una foto.
camera-lost = La cámara se detuvo. Iníciela de nuevo, o elija una foto.
camera-insecure = Los navegadores solo permiten la cámara en una página segura (https). Abra esta página con https, o elija una foto.
camera-slow = Si nada le pide permiso para usar la cámara, abra esta página en su navegador habitual, o elija una foto.
camera-retry = Intentar de nuevo
other-uri-title = Este código es un enlace
other-uri-text = Lleva a { $host } y no a un producto de aquí. No lo abrimos por nuestra cuenta.
other-foreign-title = Este código no lleva a { $brand }
other-foreign-text = Parece de { $brand }, pero lleva a { $host }, que no es ninguna dirección de { $brand }. No escriba allí ninguna contraseña, ningún número de tarjeta ni ningún código del envase.
other-uri-open = Abrir { $host }
other-text-title = Este código es una nota
other-text-text = Contiene texto y ningún número de producto:
result-back = Escanear otro

## Aiming, for whoever doesn't see the screen, too: short, and said one at a time
aim-move = { $way ->
    [left] Mueva el teléfono a la izquierda.
    [right] Mueva el teléfono a la derecha.
    [up] Mueva el teléfono hacia arriba.
    [down] Mueva el teléfono hacia abajo.
    [up-left] Mueva el teléfono arriba y a la izquierda.
    [up-right] Mueva el teléfono arriba y a la derecha.
    [down-left] Mueva el teléfono abajo y a la izquierda.
   *[down-right] Mueva el teléfono abajo y a la derecha.
}
aim-little = { $way ->
    [left] Un poco a la izquierda.
    [right] Un poco a la derecha.
    [up] Un poco hacia arriba.
    [down] Un poco hacia abajo.
    [up-left] Un poco arriba y a la izquierda.
    [up-right] Un poco arriba y a la derecha.
    [down-left] Un poco abajo y a la izquierda.
   *[down-right] Un poco abajo y a la derecha.
}
aim-closer = Código a la vista. Más cerca.
aim-back = Código a la vista. Más lejos.
aim-hold = Código a la vista. No se mueva.
aim-tilt = Código a la vista. Inclínelo fuera de la luz.
aim-blurred = Código a la vista, borroso. No se mueva, o aléjese un poco.
aim-damaged = Código a la vista, parece dañado. Si no se lee, escriba el número.
aim-search-back = Ningún código a la vista. Aleje el teléfono despacio.
aim-search = { $way ->
    [left] Ningún código a la vista. Mueva despacio a la izquierda.
    [right] Ningún código a la vista. Mueva despacio a la derecha.
    [up] Ningún código a la vista. Mueva despacio hacia arriba.
   *[down] Ningún código a la vista. Mueva despacio hacia abajo.
}
aim-turn = Parece que en este lado no hay código. Gire el envase y acérquese.

## History
history-title = Historial
history-empty = En este dispositivo aún no se ha escaneado nada.
short-issued = Emitido
short-not-issued = No emitido
short-recalled = Retirado
short-possibly-recalled = Compruebe el lote
short-product = Producto
short-batch = Lote
history-erase = Borrar
history-erase-all = Borrar todo
history-erased = Borrado.
history-undo = Deshacer
history-pending = A la espera de red
history-before = En espera de red · el { $day }: { $word }
history-private = Esta lista se guarda solo en este dispositivo. Cuando hay red, el teléfono pregunta qué se ha retirado desde entonces; de eso no se guarda nada.
history-alerts = { $count ->
    [one] Algo que usted escaneó ha sido retirado desde entonces. Ver qué.
   *[other] { $count } cosas que usted escaneó han sido retiradas desde entonces. Ver cuáles.
}
history-recalled-since = Retirado, se supo el { $day }: deje de usarlo
history-maybe-recalled-since = Una retirada puede afectarle, se supo el { $day }: compare el lote

## Forms that wait for a network
queue-title = Formularios
queue-kept = En espera, no enviado. Se enviará cuando haya red; lo encontrará en el historial.
queue-waiting = En espera, no enviado
queue-sent = Enviado
queue-refused = No aceptado
queue-again = Abrir la página de nuevo
queue-forget = Borrar
queue-report = aviso
queue-claim = reclamación
queue-register = registro
queue-feedback = su opinión
queue-follow = avisos de retirada

## Trouble on the way
offline = No hay red. Lo que escribió se conserva; inténtelo de nuevo cuando haya.
unreachable = El servidor no responde. Lo que escribió se conserva; inténtelo de nuevo en un minuto.
refused = El servidor no lo aceptó: { $detail }
broken = El servidor tiene un problema. Lo que escribió se conserva; inténtelo de nuevo en un minuto.
try-again = Intentar de nuevo
problem-title = No ha funcionado
problem-reference = Si pregunta por ello, mencione { $instance }.
update-ready = Hay una versión nueva lista.
update-now = Recargar ahora
install = Instalar como aplicación

## Time
date = { $day } de { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
just-now = hace un momento
minutes-ago = { $n ->
    [one] hace un minuto
   *[other] hace { $n } minutos
}
hours-ago = { $n ->
    [one] hace una hora
   *[other] hace { $n } horas
}
days-ago = { $n ->
    [one] ayer
   *[other] hace { $n } días
}
# «e» delante de un sonido i.
list-and = { $last ->
    [India] { $first } e { $last }
    [Indonesia] { $first } e { $last }
    [Irlanda] { $first } e { $last }
    [Islandia] { $first } e { $last }
    [Israel] { $first } e { $last }
    [Italia] { $first } e { $last }
   *[other] { $first } y { $last }
}
