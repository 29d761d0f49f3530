# Español: lo que sugieren las reglas de las marcas. Solo el servidor muestra estos textos.
suggestions-title = Sugerencias
suggestions-ask = Mostrarme en las páginas de envases y en «Mis productos» lo que según la marca va con lo que tengo, vuelve a hacer falta o lo reemplaza. Para eso se usa lo que registré en este navegador, y no se le dice a nadie.
suggestions-on = Sí, mostrar sugerencias
suggestions-off = No más sugerencias
suggestions-none = Por ahora no se sugiere nada.
suggestions-never = Nunca lo que ya registró, lo que está retirado ni lo que no se vende donde usted está.
suggestion-goes-with = Porque { $brand } dice que va con { $of }.
suggestion-refill-due = { $days ->
    [one] Porque obtuvo { $of } hace un día, y { $brand } dice que ya se ha gastado.
   *[other] Porque obtuvo { $of } hace { $days } días, y { $brand } dice que ya se ha gastado.
}
suggestion-replaces = Porque { $brand } dice que ha ocupado el lugar de { $of }.
privacy-consent-suggestions = Sugerencias por reglas de las marcas, a partir de lo que registró en este navegador.
