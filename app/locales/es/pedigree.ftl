## The pedigree: what does not fit
pedigree-title = Todo el recorrido
pedigree-whole = Todo el recorrido: de qué está hecho, certificados, temperaturas y qué falta
pedigree-by = Tal como lo han comunicado { $brand } y sus socios.
pedigree-back = Qué pensar de este y qué hacer
pedigree-notices = Lo que no cuadra
pedigree-fits = Cada paso comunicado cuadra con el anterior. Lo que nadie ha comunicado no se puede ver aquí.
pedigree-broken = El { $on } estuvo fuera de sus límites durante { $hours ->
    [one] una hora
   *[other] { $hours } horas
}, hasta { $worst }.
finding-too-much-made = De { $about } se hizo más de lo que permite la cantidad de { $input } que entró. Puede contener otra cosa.
finding-too-much-lost = De { $input } entró en { $about } más de lo que puede haberse perdido por el camino.
finding-input-missing = { $about } se hace con { $input }, y nadie indica que haya entrado.
finding-not-in-recipe = En { $about } entró { $input }, que no está en su receta.
finding-overdrawn = De { $input } se tomó más de lo que hubo jamás. No es seguro de qué se compone { $about }.
finding-used-twice = { $input } ya se había gastado, y después se gastó otra vez para { $about }.
finding-unproven = Nadie indica de dónde viene { $input }. Entró en { $about }.
finding-certificate-expired = Cuando { $input } entró en { $about }, su certificado ({ $certificate }) no era válido. Su último día: { $until }.
finding-certificate-missing = { $input } entró en { $about } sin el certificado que necesita ({ $certificate }).
finding-input-expired = La fecha de { $input } ({ $until }) ya había pasado cuando entró en { $about }.
figures-at-most = { $found }, y como máximo son posibles { $expected }.
figures-at-least = Entraron { $found }, y se necesitan al menos { $expected }.
gap-silence = { $days ->
    [one] Durante un día no se comunica nada.
   *[other] Durante { $days } días no se comunica nada.
}
gap-origin = Nadie indica de dónde viene.
gap-inputs = Nadie indica de qué se hizo.
gap-receipt = Se envió. Nadie indica que llegara.
gap-dispatch = Llegó a otro lugar. Nadie indica que se enviara.
gap-packing = Se sacó de algo, y nadie indica que se hubiera metido.
gap-end = Aparece después de haber terminado.
cut-levels = El recorrido es más largo que lo que se muestra aquí.
cut-things = Comprende más cosas de las que se muestran aquí.
cut-events = Ocurrió más de lo que se muestra aquí.

## The way
pedigree-somewhere = En un lugar que aquí no se conoce
pedigree-inside = Como parte de: { $what }
pedigree-error = Declarado erróneo el { $on }. Ya no cuenta.
pedigree-case = Caja o palé
pedigree-thing = Objeto
pedigree-pieces = unidades
pedigree-made-of-it = Qué se hizo con él
pedigree-contents = Qué contenía
pedigree-certificates = Certificados
pedigree-documents = Documentos e imágenes
certificate-organic = orgánico
certificate-gmp = buenas prácticas de fabricación
certificate-fair-trade = comercio justo
certificate-state-valid = Válido
certificate-state-ended = Terminado
certificate-state-early = Aún no válido
certificate-state-open = No constan fechas

## How it was kept
pedigree-kept = Cómo se conservó
measure-temperature = Temperatura
measure-relativehumidity = Humedad
curve-broken = Estuvo fuera de sus límites más tiempo del que resulta inofensivo.
curve-kept = Estuvo dentro de sus límites, hasta donde informaron los sensores.
curve-unlimited = Lo que informaron los sensores; no constan límites.
curve-outside = Fuera
curve-table = Como tabla
curve-when = Cuándo
curve-value = Valor
curve-limits = Límites

## The graph
graph-title = Qué se hizo de qué
graph-how = Lo que entró está encima de lo que salió. Cada recuadro lleva a su parte de esta página.
graph-table = Como tabla
graph-what = Qué
graph-bond = Cómo
graph-into = En qué
graph-amount = Cuánto
graph-left = quedan { $left } de { $had }
graph-taken = { $taken } consumidos
graph-papers = { $count ->
    [one] lleva un documento
   *[other] lleva { $count } documentos
}
graph-doubt = algo no cuadra
graph-more = { $count ->
    [one] Hay uno más en la tabla.
   *[other] Hay { $count } más en la tabla.
}
bond-made = entró en
bond-packed = se embaló en
bond-member = es del lote
side-subject = este
side-class = su lote
side-container = en qué estaba
side-content = qué contenía
side-source = de qué se hizo
side-product = qué se hizo con él

## The route
route-title = En el mapa
route-label = Mapa de los { $count } lugares de la lista de abajo, con los mismos números.
route-caption = El norte está arriba. Las líneas son rectas: unen lo que se contó, y no se sabe cómo fue entre un lugar y otro.
route-own = su propio recorrido
