<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AdvicePlate</name>
    <message>
        <source>Come a little closer</source>
        <translation>Acérquese un poco</translation>
    </message>
    <message>
        <source>It is too dark here</source>
        <translation>Aquí está demasiado oscuro</translation>
    </message>
    <message>
        <source>Look this way</source>
        <translation>Mire hacia aquí</translation>
    </message>
    <message>
        <source>Room for %1: bring somebody in</source>
        <translation>Sitio para %1: traiga a alguien</translation>
    </message>
    <message>
        <source>Step back a little</source>
        <translation>Retroceda un poco</translation>
    </message>
    <message>
        <source>Step in front of the camera</source>
        <translation>Colóquese ante la cámara</translation>
    </message>
</context>
<context>
    <name>AgeScreen</name>
    <message>
        <source>Another painting</source>
        <translation>Otro cuadro</translation>
    </message>
    <message>
        <source>I am %1 or older</source>
        <translation>Tengo %1 años o más</translation>
    </message>
    <message>
        <source>This painting is meant for visitors from the age of %1.</source>
        <translation>Este cuadro está pensado para visitantes a partir de %1 años.</translation>
    </message>
    <message>
        <source>Your answer is kept nowhere.</source>
        <translation>Su respuesta no se guarda en ninguna parte.</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Step into a painting</source>
        <translation>Entre en un cuadro</translation>
    </message>
    <message>
        <source>Touch the screen</source>
        <translation>Toque la pantalla</translation>
    </message>
</context>
<context>
    <name>BringPage</name>
    <message>
        <source>Add paintings</source>
        <translation>Añadir cuadros</translation>
    </message>
    <message>
        <source>Back to the paintings</source>
        <translation>Volver a los cuadros</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar de nuevo</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Nothing was found in: %1. Put your pictures into a folder on a USB stick, beside them a spreadsheet of their titles if you have one, plug it in and wait a moment. Finished packs do as well.</source>
        <translation>No se ha encontrado nada en: %1. Ponga sus imágenes en una carpeta de una memoria USB, junto a ellas una hoja de cálculo con sus títulos si la tiene, conéctela y espere un momento. También sirven paquetes ya hechos.</translation>
    </message>
    <message>
        <source>Plug in a USB stick with a pack or a folder of pictures and wait a moment.</source>
        <translation>Conecte una memoria USB con un paquete o una carpeta de imágenes y espere un momento.</translation>
    </message>
    <message>
        <source>This was found in: %1</source>
        <translation>Esto se ha encontrado en: %1</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>From the age of %1</source>
        <translation>A partir de %1 años</translation>
    </message>
    <message>
        <source>Room for %1</source>
        <translation>Sitio para %1</translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Choose your painting</source>
        <translation>Elija su cuadro</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>There is nothing to choose from at the moment.</source>
        <translation>En este momento no&#xa0;hay nada que elegir.</translation>
    </message>
</context>
<context>
    <name>ClosePanel</name>
    <message>
        <source>Close the kiosk</source>
        <translation>Cerrar la aplicación</translation>
    </message>
    <message>
        <source>Close the kiosk?</source>
        <translation>¿Cerrar la aplicación?</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Dejarla abierta</translation>
    </message>
    <message>
        <source>Visitors cannot use it until somebody starts it again.</source>
        <translation>Los visitantes no podrán usarla hasta que alguien la inicie de nuevo.</translation>
    </message>
</context>
<context>
    <name>ConsentScreen</name>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>The PIN is changed.</source>
        <translation>El PIN se ha cambiado.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>Written: %s</source>
        <translation>Archivo escrito: %s</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>A PIN has four to eight digits.</source>
        <translation>Un PIN tiene de cuatro a ocho cifras.</translation>
    </message>
    <message>
        <source>Anybody would try this one first. Choose another.</source>
        <translation>Es el primero que probaría cualquiera. Elija otro.</translation>
    </message>
    <message>
        <source>No PIN was set. The kiosk asks for it when it starts.</source>
        <translation>No se ha definido ningún PIN. El equipo lo pide al iniciarse.</translation>
    </message>
    <message>
        <source>This PIN is taken. Choose another.</source>
        <translation>Este PIN ya está en uso. Elija otro.</translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>Correct the face</source>
        <translation>Corregir el rostro</translation>
    </message>
</context>
<context>
    <name>EditListScreen</name>
    <message>
        <source>Choose a painting.</source>
        <translation>Elija un cuadro.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Edit paintings</source>
        <translation>Editar cuadros</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Here are the changes that were not saved.</source>
        <translation>Aquí están los cambios que no se guardaron.</translation>
    </message>
    <message>
        <source>Looking at the painting…</source>
        <translation>Examinando el cuadro…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saving… %1 percent</source>
        <translation>Guardando… %1 por ciento</translation>
    </message>
    <message>
        <source>The camera does not answer. Check its cable.</source>
        <translation>La cámara no responde. Revise su cable.</translation>
    </message>
</context>
<context>
    <name>EditorScreen</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Caras</translation>
    </message>
    <message>
        <source>In front</source>
        <translation>Delante</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>The camera is on</source>
        <translation>La cámara está encendida</translation>
    </message>
    <message>
        <source>The face, or the whole painting</source>
        <translation>La cara o el cuadro entero</translation>
    </message>
    <message>
        <source>There is no face in this painting that visitors may step into.</source>
        <translation>En este cuadro no hay ninguna cara que los visitantes puedan ocupar.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>FacesPanel</name>
    <message>
        <source>Add a face</source>
        <translation>Añadir una cara</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>Cara %1 de %2</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>No face was found. Add one by hand.</source>
        <translation>No se encontró ninguna cara. Añada una a mano.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>The face before</source>
        <translation>La cara anterior</translation>
    </message>
    <message>
        <source>The next face</source>
        <translation>La cara siguiente</translation>
    </message>
    <message>
        <source>Touch the eye at the left of the picture.</source>
        <translation>Toque el ojo que está a la izquierda en el cuadro.</translation>
    </message>
    <message>
        <source>Touch the eye at the right of the picture.</source>
        <translation>Toque el ojo que está a la derecha en el cuadro.</translation>
    </message>
    <message>
        <source>Touch the left corner of the mouth.</source>
        <translation>Toque la comisura izquierda de la boca.</translation>
    </message>
    <message>
        <source>Touch the right corner of the mouth.</source>
        <translation>Toque la comisura derecha de la boca.</translation>
    </message>
    <message>
        <source>Touch the tip of the nose.</source>
        <translation>Toque la punta de la nariz.</translation>
    </message>
    <message>
        <source>Visitors may step in</source>
        <translation>Los visitantes pueden ocuparla</translation>
    </message>
</context>
<context>
    <name>FiguresDesk</name>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>Writing… %1 %</source>
        <translation>Escribiendo… %1 %</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Escrito: %1</translation>
    </message>
</context>
<context>
    <name>Glimpse</name>
    <message>
        <source>What the camera sees</source>
        <translation>Lo que ve la cámara</translation>
    </message>
</context>
<context>
    <name>HandoverScreen</name>
    <message>
        <source>Delete my picture</source>
        <translation>Borrar mi imagen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>No connection just now. Scan the code all the same: your picture follows as soon as there is one. It waits for %s h.</source>
        <translation>Ahora no hay conexión. Escanee el código de todos modos: su imagen le llegará en cuanto la haya. Se guarda %s h.</translation>
    </message>
    <message>
        <source>One moment: your picture is on its way.</source>
        <translation>Un momento: su imagen está en camino.</translation>
    </message>
    <message>
        <source>Photograph your portrait</source>
        <translation>Fotografíe su retrato</translation>
    </message>
    <message>
        <source>QR code that fetches your picture</source>
        <translation>Código QR para recoger su imagen</translation>
    </message>
    <message>
        <source>Scan the code with the camera of your phone, then touch Start in Telegram.</source>
        <translation>Escanee el código con la cámara de su teléfono y luego toque «Iniciar» en Telegram.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Lléveselo</translation>
    </message>
    <message>
        <source>This kiosk cannot send pictures. Photograph the screen with your own phone; when you touch Done, the portrait is wiped here.</source>
        <translation>Este equipo no puede enviar imágenes. Fotografíe la pantalla con su teléfono; cuando toque «Listo», el retrato se borrará de aquí.</translation>
    </message>
    <message>
        <source>Your picture could not be sent. Photograph the screen with your own phone; when you touch Done, the portrait is wiped here.</source>
        <translation>Su imagen no se pudo enviar. Fotografíe la pantalla con su teléfono; cuando toque «Listo», el retrato se borrará de aquí.</translation>
    </message>
    <message>
        <source>Your picture is on your phone.</source>
        <translation>Su imagen está en su teléfono.</translation>
    </message>
    <message>
        <source>Your picture is ready: you can fetch it for %s h.</source>
        <translation>Su imagen está lista: puede recogerla durante %s h.</translation>
    </message>
    <message>
        <source>Your portrait</source>
        <translation>Su retrato</translation>
    </message>
    <message>
        <source>or send this code to %s</source>
        <translation>o envíe este código a&#xa0;%s</translation>
    </message>
    <message>
        <source>or send this code to the bot</source>
        <translation>o envíe este código al bot</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Last errors</source>
        <translation>Últimos errores</translation>
    </message>
    <message>
        <source>No errors remembered.</source>
        <translation>Ningún error registrado.</translation>
    </message>
    <message>
        <source>Pictures to be sent</source>
        <translation>Imágenes por enviar</translation>
    </message>
    <message>
        <source>Session log</source>
        <translation>Registro de visitas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>USB stick</source>
        <translation>Memoria USB</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Atención</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Blank</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Capital letter</source>
        <translation>Mayúscula</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Other letters</source>
        <translation>Otras letras</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>LeavingPanel</name>
    <message>
        <source>Drop them</source>
        <translation>Descartarlos</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Save them</source>
        <translation>Guardarlos</translation>
    </message>
    <message>
        <source>There are changes that are not saved.</source>
        <translation>Hay cambios sin guardar.</translation>
    </message>
</context>
<context>
    <name>LiveScreen</name>
    <message>
        <source>Demonstration: no camera</source>
        <translation>Demostración: sin&#xa0;cámara</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>LivenessCheck</name>
    <message>
        <source>Please blink, or turn your head a little: then we begin.</source>
        <translation>Parpadee o gire un poco la cabeza y empezamos.</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>As usual</source>
        <translation>Como siempre</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Demo visitor</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>The visitor&apos;s own complexion</source>
        <translation>Color de piel del visitante</translation>
    </message>
    <message>
        <source>The visitor&apos;s own face shape</source>
        <translation>Forma de cara del visitante</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>como siempre</translation>
    </message>
</context>
<context>
    <name>MaintenanceScreen</name>
    <message>
        <source>It will be open again soon.</source>
        <translation>Pronto volverá a funcionar.</translation>
    </message>
    <message>
        <source>This kiosk is being looked after.</source>
        <translation>Estamos poniendo a&#xa0;punto este equipo.</translation>
    </message>
</context>
<context>
    <name>MakingPage</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>File names alone</source>
        <translation>Solo nombres de archivo</translation>
    </message>
    <message>
        <source>Its id: %1</source>
        <translation>Su identificador: %1</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Make a pack</source>
        <translation>Hacer un paquete</translation>
    </message>
    <message>
        <source>Make and install</source>
        <translation>Hacer e instalar</translation>
    </message>
    <message>
        <source>Paintings in the folder %1: %2. This is how visitors will read of them. Nothing is changed on the stick.</source>
        <translation>Cuadros en la carpeta %1: %2. Esto es lo que leerán los visitantes. En la memoria no se cambia nada.</translation>
    </message>
    <message>
        <source>Paintings whose face should be corrected: %1. Do it here, or later with the pencil beside each painting.</source>
        <translation>Cuadros cuyo rostro conviene corregir: %1. Hágalo aquí, o más tarde con el lápiz que hay junto a cada cuadro.</translation>
    </message>
    <message>
        <source>There is a pack of this id: this one takes its place, and the one before stays for a way back.</source>
        <translation>Ya hay un paquete con este identificador: este ocupa su lugar, y el anterior queda para poder volver atrás.</translation>
    </message>
    <message>
        <source>Titles from</source>
        <translation>Títulos tomados de</translation>
    </message>
    <message>
        <source>Visitors can choose from it.</source>
        <translation>Los visitantes ya pueden elegir de él.</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <source>Broad</source>
        <translation>Ancho</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Goma</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fino</translation>
    </message>
    <message>
        <source>In front</source>
        <translation>Delante</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Not in front</source>
        <translation>No está delante</translation>
    </message>
    <message>
        <source>Red stays in front of the visitor, blue does not.</source>
        <translation>Lo rojo queda delante del visitante, lo azul no.</translation>
    </message>
    <message>
        <source>Wipe all away</source>
        <translation>Borrarlo todo</translation>
    </message>
</context>
<context>
    <name>MuseumsPage</name>
    <message>
        <source>Back to the paintings</source>
        <translation>Volver a los cuadros</translation>
    </message>
    <message>
        <source>Choose portraits with a large face that looks at you.</source>
        <translation>Elija retratos con una cara grande que le mire.</translation>
    </message>
    <message>
        <source>Fetch our %1 famous portraits</source>
        <translation>Descargar nuestros %1 retratos famosos</translation>
    </message>
    <message>
        <source>Fetch what is chosen: %1</source>
        <translation>Descargar lo elegido: %1</translation>
    </message>
    <message>
        <source>From museums</source>
        <translation>De los museos</translation>
    </message>
    <message>
        <source>Museums are being asked…</source>
        <translation>Consultando a los museos…</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>Nueva búsqueda</translation>
    </message>
    <message>
        <source>Nothing that may be taken was found.</source>
        <translation>No se encontró nada que se pueda usar.</translation>
    </message>
    <message>
        <source>This kiosk stays off the network. Whoever looks after it can allow it to ask museums: network = true in the section [packs] of the settings file, and contact = an address at which museums can reach you.</source>
        <translation>Este quiosco no usa la red. Quien lo cuida puede permitirle consultar a los museos: network = true en la sección [packs] del archivo de ajustes, y contact = una dirección en la que los museos puedan localizarle.</translation>
    </message>
    <message>
        <source>Works in the public domain, from museums&apos; open collections. The kiosk goes online for it now, and sends nothing but your words.</source>
        <translation>Obras de dominio público, de colecciones abiertas de museos. El quiosco se conecta para ello y solo envía sus palabras.</translation>
    </message>
</context>
<context>
    <name>NewPin</name>
    <message>
        <source>%1 to %2 digits</source>
        <translation>De %1 a %2&#xa0;cifras</translation>
    </message>
    <message>
        <source>Enter the same PIN again</source>
        <translation>Introduzca otra vez el mismo PIN</translation>
    </message>
    <message>
        <source>The two were not the same. Please begin again.</source>
        <translation>Los dos no&#xa0;coinciden. Empiece de nuevo, por favor.</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>A pack can be made of them.</source>
        <translation>Con ellas se puede hacer un paquete.</translation>
    </message>
    <message>
        <source>Another version is installed.</source>
        <translation>Hay otra versión instalada.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Install again</source>
        <translation>Instalar de nuevo</translation>
    </message>
    <message>
        <source>Make a pack</source>
        <translation>Hacer un paquete</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Paintings: %1</source>
        <translation>Cuadros: %1</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>Imágenes: %1</translation>
    </message>
    <message>
        <source>This version is installed already.</source>
        <translation>Esta versión ya está instalada.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>It will be back by itself.</source>
        <translation>Volverá por sí solo.</translation>
    </message>
    <message>
        <source>This kiosk takes a short rest.</source>
        <translation>Este equipo se toma un breve descanso.</translation>
    </message>
</context>
<context>
    <name>PackLine</name>
    <message>
        <source>%1: further down</source>
        <translation>%1: más abajo</translation>
    </message>
    <message>
        <source>%1: further up</source>
        <translation>%1: más arriba</translation>
    </message>
    <message>
        <source>%1: remove</source>
        <translation>%1: quitar</translation>
    </message>
    <message>
        <source>%1: visitors see it</source>
        <translation>%1: los visitantes lo ven</translation>
    </message>
    <message>
        <source>Back to version %1</source>
        <translation>Volver a la versión %1</translation>
    </message>
    <message>
        <source>Came with the kiosk</source>
        <translation>Incluido con el quiosco</translation>
    </message>
    <message>
        <source>Paintings: %1</source>
        <translation>Cuadros: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>Back to the paintings</source>
        <translation>Volver a los cuadros</translation>
    </message>
    <message>
        <source>No pack of paintings was found.</source>
        <translation>No se encontró ningún paquete de cuadros.</translation>
    </message>
    <message>
        <source>Packs of paintings</source>
        <translation>Paquetes de cuadros</translation>
    </message>
    <message>
        <source>Visitors see the packs that are switched on, in this order.</source>
        <translation>Los visitantes ven los paquetes activados, en este orden.</translation>
    </message>
</context>
<context>
    <name>PageTurner</name>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
</context>
<context>
    <name>PaintingLine</name>
    <message>
        <source>%1: edit</source>
        <translation>%1: editar</translation>
    </message>
    <message>
        <source>%1: further down</source>
        <translation>%1: más abajo</translation>
    </message>
    <message>
        <source>%1: further up</source>
        <translation>%1: más arriba</translation>
    </message>
    <message>
        <source>%1: visitors may choose it</source>
        <translation>%1: los visitantes pueden elegirlo</translation>
    </message>
    <message>
        <source>Nobody can step into it: no face was found</source>
        <translation>Nadie puede entrar: no se encontró ninguna cara</translation>
    </message>
</context>
<context>
    <name>PaintingsPage</name>
    <message>
        <source>Add paintings</source>
        <translation>Añadir cuadros</translation>
    </message>
    <message>
        <source>At least one painting has to stay switched on.</source>
        <translation>Al menos un cuadro debe quedar activado.</translation>
    </message>
    <message>
        <source>From museums</source>
        <translation>De los museos</translation>
    </message>
    <message>
        <source>No pack of paintings was found.</source>
        <translation>No se encontró ningún paquete de cuadros.</translation>
    </message>
    <message>
        <source>Packs of paintings</source>
        <translation>Paquetes de cuadros</translation>
    </message>
    <message>
        <source>Packs of paintings on the USB stick: %1</source>
        <translation>Paquetes de cuadros en la memoria USB: %1</translation>
    </message>
    <message>
        <source>Visitors see what is switched on, in this order.</source>
        <translation>Los visitantes ven lo que está activado, en este orden.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Digits entered: %1</source>
        <translation>Cifras introducidas: %1</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>PIN pad</source>
        <translation>Teclado del PIN</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>New PIN for staff</source>
        <translation>Nuevo PIN del personal</translation>
    </message>
    <message>
        <source>New PIN for the owner</source>
        <translation>Nuevo PIN del responsable</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>For the people who look after this kiosk.</source>
        <translation>Para quienes cuidan de este equipo.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>PIN del personal</translation>
    </message>
    <message>
        <source>That PIN is wrong. Please try again.</source>
        <translation>Ese PIN no es correcto. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. The next try is possible in %1 s.</source>
        <translation>Demasiados intentos fallidos. Podrá probar de nuevo en %1&#xa0;s.</translation>
    </message>
</context>
<context>
    <name>PointsPanel</name>
    <message>
        <source>Drag a point to where it belongs; its neighbours follow. Zoom in with two fingers for more points.</source>
        <translation>Arrastre un punto hasta su sitio; los vecinos lo siguen. Amplíe con dos dedos para ver más puntos.</translation>
    </message>
    <message>
        <source>Put the points back</source>
        <translation>Devolver los puntos</translation>
    </message>
</context>
<context>
    <name>PoseGuide</name>
    <message>
        <source>How the painted head is turned</source>
        <translation>Cómo está girada la cabeza pintada</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Visitors do not step into this face.</source>
        <translation>Los visitantes no ocupan esta cara.</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Further problems: %1</source>
        <translation>Otros problemas: %1</translation>
    </message>
</context>
<context>
    <name>Ranges</name>
    <message>
        <source>1 year</source>
        <translation>1 año</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 meses</translation>
    </message>
    <message>
        <source>3 years</source>
        <translation>3 años</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 semanas</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
</context>
<context>
    <name>RemovePanel</name>
    <message>
        <source>Its paintings go, all versions of them. To have them back the pack has to be installed again.</source>
        <translation>Sus cuadros desaparecen, en todas sus versiones. Para recuperarlos hay que instalar el paquete de nuevo.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>¿Quitar %1?</translation>
    </message>
</context>
<context>
    <name>ReportPlate</name>
    <message>
        <source>%1 is installed. Paintings: %2</source>
        <translation>%1 está instalado. Cuadros: %2</translation>
    </message>
    <message>
        <source>%1 was not installed; nothing has changed.</source>
        <translation>%1 no se instaló; nada ha cambiado.</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>%1 lost</source>
        <translation>%1 perdidas</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>del %1 al %2</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Aceptó</translation>
    </message>
    <message>
        <source>Agreed to the camera</source>
        <translation>Aceptaron la cámara</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilidad</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Busiest day</source>
        <translation>Día con más visitas</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Volvieron</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Chose a painting</source>
        <translation>Eligió un cuadro</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definición</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definiciones</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Borradas</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>Personas distintas</translation>
    </message>
    <message>
        <source>Drop-off</source>
        <translation>Abandono</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>First week</source>
        <translation>Primera semana</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>No vuelven</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Hours of maintenance</source>
        <translation>Horas de mantenimiento</translation>
    </message>
    <message>
        <source>Hours open</source>
        <translation>Horas abierto</translation>
    </message>
    <message>
        <source>Hours out of order</source>
        <translation>Horas fuera de servicio</translation>
    </message>
    <message>
        <source>Hours with the staff</source>
        <translation>Horas con el personal</translation>
    </message>
    <message>
        <source>How far visits go</source>
        <translation>Hasta dónde llegan las visitas</translation>
    </message>
    <message>
        <source>In 30 days (MAU)</source>
        <translation>En 30 días (MAU)</translation>
    </message>
    <message>
        <source>In 7 days (WAU)</source>
        <translation>En 7 días (WAU)</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incompleto</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrumpidas</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Guardados</translation>
    </message>
    <message>
        <source>Kept it</source>
        <translation>Lo guardó</translation>
    </message>
    <message>
        <source>Kept of tried</source>
        <translation>Guardados por prueba</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Quiosco</translation>
    </message>
    <message>
        <source>Kiosks</source>
        <translation>Quioscos</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>Se fueron antes</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Length of a visit</source>
        <translation>Duración de una visita</translation>
    </message>
    <message>
        <source>Length of a visit with a portrait</source>
        <translation>Duración de una visita con retrato</translation>
    </message>
    <message>
        <source>Length of visits</source>
        <translation>Duración de las visitas</translation>
    </message>
    <message>
        <source>Lighter columns and lines in italics are not complete: days are missing, or not over.</source>
        <translation>Las columnas más claras y las líneas en cursiva están incompletas: faltan días o no han terminado.</translation>
    </message>
    <message>
        <source>Living pictures per second</source>
        <translation>Imágenes vivas por segundo</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdidas</translation>
    </message>
    <message>
        <source>Made on %1.</source>
        <translation>Elaborado el %1.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Indicador</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Lunes</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Meses</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>No figure comes from a face. The kiosk recognises nobody.</source>
        <translation>Ninguna cifra procede de un rostro. El quiosco no reconoce a nadie.</translation>
    </message>
    <message>
        <source>Nothing in this range.</source>
        <translation>Nada en este período.</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Ofrecidas</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horas de servicio</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Página %1</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Cuadro</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Cuadros</translation>
    </message>
    <message>
        <source>Paintings tried per visit</source>
        <translation>Cuadros probados por visita</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Pagos</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>People can be counted only where the bot hands pictures over: its database is not available here.</source>
        <translation>Las personas solo pueden contarse donde el bot entrega las imágenes: su base de datos no está disponible aquí.</translation>
    </message>
    <message>
        <source>People in 30 days (MAU)</source>
        <translation>Personas en 30 días (MAU)</translation>
    </message>
    <message>
        <source>People in 7 days (WAU)</source>
        <translation>Personas en 7 días (WAU)</translation>
    </message>
    <message>
        <source>People per day (DAU)</source>
        <translation>Personas al día (DAU)</translation>
    </message>
    <message>
        <source>People who came back</source>
        <translation>Personas que volvieron</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>Recogidas</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Pictures offered</source>
        <translation>Imágenes ofrecidas</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>Imágenes por segundo</translation>
    </message>
    <message>
        <source>Pictures per second, slowest tenth of visits</source>
        <translation>Imágenes por segundo, décima parte más lenta</translation>
    </message>
    <message>
        <source>Pictures picked up</source>
        <translation>Imágenes recogidas</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>Retratos</translation>
    </message>
    <message>
        <source>Portraits kept</source>
        <translation>Retratos guardados</translation>
    </message>
    <message>
        <source>Portraits taken again</source>
        <translation>Retratos repetidos</translation>
    </message>
    <message>
        <source>Pressed the shutter</source>
        <translation>Pulsó el disparador</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Retakes per visit</source>
        <translation>Repeticiones por visita</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retención</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Ingresos</translation>
    </message>
    <message>
        <source>Saw the portrait</source>
        <translation>Vio el retrato</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>Share of pictures picked up</source>
        <translation>Proporción de imágenes recogidas</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Stickiness</source>
        <translation>Fidelidad</translation>
    </message>
    <message>
        <source>Stickiness (DAU / MAU)</source>
        <translation>Fidelidad (DAU / MAU)</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tomados</translation>
    </message>
    <message>
        <source>The week by the hour</source>
        <translation>La semana por horas</translation>
    </message>
    <message>
        <source>Time until pick-up</source>
        <translation>Tiempo hasta la recogida</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>Tardó demasiado</translation>
    </message>
    <message>
        <source>Touched the screen</source>
        <translation>Tocó la pantalla</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Probados</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Visitor figures</source>
        <translation>Cifras de visitas</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Visits and portraits</source>
        <translation>Visitas y retratos</translation>
    </message>
    <message>
        <source>Visits ended by a failure</source>
        <translation>Visitas terminadas por un fallo</translation>
    </message>
    <message>
        <source>Visits in an hour, on average: the stronger the colour, the more.</source>
        <translation>Visitas en una hora, de media: cuanto más intenso el color, más hay.</translation>
    </message>
    <message>
        <source>Visits per day</source>
        <translation>Visitas al día</translation>
    </message>
    <message>
        <source>Visits with a portrait</source>
        <translation>Visitas con retrato</translation>
    </message>
    <message>
        <source>Visits with an impossible date, because the clock was wrong: %1. They are not counted here.</source>
        <translation>Visitas con una fecha imposible, porque el reloj estaba mal: %1. Aquí no se cuentan.</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Día de la semana</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Semanas</translation>
    </message>
    <message>
        <source>Weeks after the first pick-up</source>
        <translation>Semanas después de la primera recogida</translation>
    </message>
    <message>
        <source>Who comes back</source>
        <translation>Quién vuelve</translation>
    </message>
    <message>
        <source>With a portrait</source>
        <translation>Con retrato</translation>
    </message>
    <message>
        <source>compared with the %1 days before</source>
        <translation>comparado con los %1 días anteriores</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Another painting</source>
        <translation>Otro cuadro</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Quedármelo</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>El original</translation>
    </message>
    <message>
        <source>Touch and hold to compare</source>
        <translation>Mantenga el dedo para comparar</translation>
    </message>
    <message>
        <source>Tries left: %d</source>
        <translation>Intentos restantes:&#xa0;%d</translation>
    </message>
    <message>
        <source>Your portrait</source>
        <translation>Su retrato</translation>
    </message>
    <message>
        <source>Your portrait is finished</source>
        <translation>Su retrato está terminado</translation>
    </message>
</context>
<context>
    <name>SearchPlate</name>
    <message>
        <source>All museums</source>
        <translation>Todos los museos</translation>
    </message>
    <message>
        <source>Title or artist</source>
        <translation>Título o artista</translation>
    </message>
</context>
<context>
    <name>SettingLine</name>
    <message>
        <source>%1: less</source>
        <translation>%1: menos</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1: más</translation>
    </message>
    <message>
        <source>Decided outside by %1</source>
        <translation>Fijado desde fuera por %1</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>A visitor who does nothing is forgotten after</source>
        <translation>Un visitante inactivo se olvida tras</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Todas juntas</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>Cámara %1</translation>
    </message>
    <message>
        <source>Countdown before the portrait</source>
        <translation>Cuenta atrás antes del retrato</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Demostración</translation>
    </message>
    <message>
        <source>First camera</source>
        <translation>Primera cámara</translation>
    </message>
    <message>
        <source>Hints during the pose</source>
        <translation>Indicaciones durante la pose</translation>
    </message>
    <message>
        <source>How faces are painted</source>
        <translation>Cómo se pintan los rostros</translation>
    </message>
    <message>
        <source>How often a portrait may be taken again</source>
        <translation>Cuántas veces se puede repetir un retrato</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Híbrido</translation>
    </message>
    <message>
        <source>Language at the start of a visit</source>
        <translation>Idioma al comienzo de una visita</translation>
    </message>
    <message>
        <source>Less motion on the screen</source>
        <translation>Menos movimiento en la pantalla</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>De una en una</translation>
    </message>
    <message>
        <source>Our own engine</source>
        <translation>Nuestro propio motor</translation>
    </message>
    <message>
        <source>Show how the painted head is turned</source>
        <translation>Mostrar cómo está girada la cabeza pintada</translation>
    </message>
    <message>
        <source>The portrait takes itself when the pose matches</source>
        <translation>El retrato se toma solo cuando la pose coincide</translation>
    </message>
</context>
<context>
    <name>SetupScreen</name>
    <message>
        <source>Choose a PIN for the owner</source>
        <translation>Elija un PIN para el responsable</translation>
    </message>
    <message>
        <source>Later – just try it</source>
        <translation>Más tarde: ahora solo probar</translation>
    </message>
    <message>
        <source>The PIN opens the staff area: paintings, figures and settings.</source>
        <translation>El PIN abre el área del personal: cuadros, cifras y ajustes.</translation>
    </message>
    <message>
        <source>Until a PIN is chosen, the staff area stays shut and Escape closes the kiosk.</source>
        <translation>Mientras no&#xa0;se elija un PIN, el área del personal sigue cerrada y la tecla Escape cierra la aplicación.</translation>
    </message>
    <message>
        <source>Visitors choose a painting on this screen and see their own living face in it.</source>
        <translation>En esta pantalla, los visitantes eligen un cuadro y ven cobrar vida en él su propio rostro.</translation>
    </message>
    <message>
        <source>Welcome to Vernissage</source>
        <translation>Le damos la bienvenida a Vernissage</translation>
    </message>
</context>
<context>
    <name>ShutterButton</name>
    <message>
        <source>Take the portrait</source>
        <translation>Tomar el retrato</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>Look into the camera and touch again</source>
        <translation>Mire a la cámara y toque otra vez</translation>
    </message>
    <message>
        <source>Painting your portrait…</source>
        <translation>Estamos pintando su retrato…</translation>
    </message>
    <message>
        <source>Please come before the camera yourself.</source>
        <translation>Por favor, póngase usted ante la cámara.</translation>
    </message>
    <message>
        <source>Step in front of the camera</source>
        <translation>Colóquese ante la cámara</translation>
    </message>
    <message>
        <source>This painting cannot be shown just now.</source>
        <translation>Este cuadro no se puede mostrar en este momento.</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Back to visitors</source>
        <translation>Volver a los visitantes</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Owner&apos;s area</source>
        <translation>Área del responsable</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Cuadros</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Staff area</source>
        <translation>Área del personal</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Everything of you is wiped when the time is up.</source>
        <translation>Cuando se acabe el tiempo, se borrará todo lo suyo.</translation>
    </message>
    <message>
        <source>I am here</source>
        <translation>Aquí estoy</translation>
    </message>
</context>
<context>
    <name>Stockroom</name>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message>
        <source>Change the owner&apos;s PIN</source>
        <translation>Cambiar el PIN del responsable</translation>
    </message>
    <message>
        <source>Change the staff PIN</source>
        <translation>Cambiar el PIN del personal</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>Cerrar la aplicación</translation>
    </message>
    <message>
        <source>Folder for the log bundle</source>
        <translation>Carpeta para el paquete de registros</translation>
    </message>
    <message>
        <source>Log bundle</source>
        <translation>Paquete de registros</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Mantenimiento</translation>
    </message>
    <message>
        <source>Notes of the kiosk for support. They hold no picture of anybody.</source>
        <translation>Notas del equipo para el soporte técnico. No contienen imágenes de nadie.</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>The kiosk</source>
        <translation>El equipo</translation>
    </message>
    <message>
        <source>There is no folder to write into. Plug in a memory stick.</source>
        <translation>No hay ninguna carpeta donde escribir. Conecte una memoria USB.</translation>
    </message>
    <message>
        <source>Visitors see a sign instead of the paintings.</source>
        <translation>Los visitantes ven un cartel en lugar de los cuadros.</translation>
    </message>
    <message>
        <source>Write the log bundle</source>
        <translation>Guardar el paquete de registros</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Enjoy the museum.</source>
        <translation>Disfrute del museo.</translation>
    </message>
    <message>
        <source>Nothing of you remains here. The locked copy that was sent is deleted as soon as there is a connection.</source>
        <translation>Aquí no queda nada de usted. La copia cifrada que se envió se borrará en cuanto haya conexión.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Gracias.</translation>
    </message>
    <message>
        <source>The frame is empty again. A locked copy waits for your phone: only your code opens it.</source>
        <translation>El marco vuelve a estar vacío. Una copia cifrada espera a su teléfono: solo su código la abre.</translation>
    </message>
    <message>
        <source>The frame is empty again: nothing of you remains here.</source>
        <translation>El marco vuelve a estar vacío: aquí no queda nada de usted.</translation>
    </message>
    <message>
        <source>Touch to go on</source>
        <translation>Toque para continuar</translation>
    </message>
    <message>
        <source>Your picture is deleted.</source>
        <translation>Su imagen se&#xa0;ha&#xa0;borrado.</translation>
    </message>
</context>
<context>
    <name>TitlePlate</name>
    <message>
        <source>Title of the pack</source>
        <translation>Título del paquete</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>A visit, in minutes</source>
        <translation>Una visita, en minutos</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazos</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Borrados</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>Retratos</translation>
    </message>
    <message>
        <source>Portraits by painting</source>
        <translation>Retratos por cuadro</translation>
    </message>
    <message>
        <source>Taken again</source>
        <translation>Repetidos</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Visits by hour</source>
        <translation>Visitas por hora</translation>
    </message>
    <message>
        <source>Walked away</source>
        <translation>Se fueron</translation>
    </message>
</context>
<context>
    <name>TrendsPage</name>
    <message>
        <source>A spreadsheet with charts and a report to print, of this range.</source>
        <translation>Una hoja de cálculo con gráficos y un informe para imprimir, de este período.</translation>
    </message>
    <message>
        <source>Folder for the figures</source>
        <translation>Carpeta para las cifras</translation>
    </message>
    <message>
        <source>Take the figures along</source>
        <translation>Llevarse las cifras</translation>
    </message>
    <message>
        <source>There is no folder to write into. Plug in a memory stick.</source>
        <translation>No hay ninguna carpeta donde escribir. Conecte una memoria USB.</translation>
    </message>
    <message>
        <source>Write the figures</source>
        <translation>Escribir las cifras</translation>
    </message>
</context>
<context>
    <name>TroubleWatch</name>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>The camera does not answer. It will go on by itself.</source>
        <translation>La cámara no&#xa0;responde. Seguirá por sí sola.</translation>
    </message>
    <message>
        <source>The camera sees nothing. Please tell the staff.</source>
        <translation>La cámara no ve nada. Avise al personal, por favor.</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Cannot be used.</source>
        <translation>No sirve.</translation>
    </message>
    <message>
        <source>Much of the face is covered: %1 percent; up to %2 is good.</source>
        <translation>Gran parte de la cara está cubierta: %1 por ciento; hasta %2 está bien.</translation>
    </message>
    <message>
        <source>No face was found. Add one by hand.</source>
        <translation>No se encontró ninguna cara. Añada una a mano.</translation>
    </message>
    <message>
        <source>Some points would fold the face and were held back.</source>
        <translation>Algunos puntos doblarían la cara y se han retenido.</translation>
    </message>
    <message>
        <source>Suits badly.</source>
        <translation>Sirve mal.</translation>
    </message>
    <message>
        <source>Suits well.</source>
        <translation>Sirve bien.</translation>
    </message>
    <message>
        <source>The face is blurred: it has the detail of %1 pixels; %2 would be good.</source>
        <translation>La cara está borrosa: tiene el detalle de %1 píxeles; %2 estarían bien.</translation>
    </message>
    <message>
        <source>The face is small in the picture: %1 pixels wide; %2 would be good.</source>
        <translation>La cara es pequeña en la imagen: %1 píxeles de ancho; %2 estarían bien.</translation>
    </message>
    <message>
        <source>The face will be small on the screen: %1 pixels wide; %2 would be good.</source>
        <translation>La cara será pequeña en la pantalla: %1 píxeles de ancho; %2 estarían bien.</translation>
    </message>
    <message>
        <source>The features of the face are only roughly known. Check the points.</source>
        <translation>Los rasgos de la cara solo se conocen a grandes rasgos. Revise los puntos.</translation>
    </message>
    <message>
        <source>The head is turned far aside: %1 degrees; up to %2 is good.</source>
        <translation>La cabeza está muy girada: %1 grados; hasta %2 está bien.</translation>
    </message>
    <message>
        <source>The kiosk hardly sees a face here. Check the points.</source>
        <translation>El quiosco apenas ve aquí una cara. Revise los puntos.</translation>
    </message>
    <message>
        <source>The picture is small: %1 pixels; %2 would be good.</source>
        <translation>La imagen es pequeña: %1 píxeles; %2 estarían bien.</translation>
    </message>
    <message>
        <source>There are %1 faces; at most %2 visitors are followed.</source>
        <translation>Hay %1 caras; se sigue como máximo a %2 visitantes.</translation>
    </message>
    <message>
        <source>These points cannot be a face. Mark it again.</source>
        <translation>Estos puntos no pueden ser una cara. Márquela de nuevo.</translation>
    </message>
    <message>
        <source>Usable.</source>
        <translation>Utilizable.</translation>
    </message>
    <message>
        <source>Visitors cannot step into any of the faces.</source>
        <translation>Los visitantes no pueden ocupar ninguna de las caras.</translation>
    </message>
</context>
<context>
    <name>WorkPlate</name>
    <message>
        <source>%1 is being copied</source>
        <translation>Se está copiando %1</translation>
    </message>
    <message>
        <source>%1 is being fetched</source>
        <translation>Se está descargando %1</translation>
    </message>
    <message>
        <source>%1 is being made of the pictures</source>
        <translation>%1 se está haciendo con las imágenes</translation>
    </message>
    <message>
        <source>%1 is being unpacked</source>
        <translation>Se está descomprimiendo %1</translation>
    </message>
    <message>
        <source>Leave the stick in until it is done.</source>
        <translation>No retire la memoria hasta que termine.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>The faces in %1 are being looked for</source>
        <translation>Se están buscando las caras de %1</translation>
    </message>
    <message>
        <source>The pictures of %1 are being checked</source>
        <translation>Se están comprobando las imágenes de %1</translation>
    </message>
    <message>
        <source>This may take a while. What is there already stays.</source>
        <translation>Puede tardar un rato. Lo que ya está se conserva.</translation>
    </message>
</context>
</TS>
