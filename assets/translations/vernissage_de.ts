<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AdvicePlate</name>
    <message>
        <source>Come a little closer</source>
        <translation>Kommen Sie etwas näher</translation>
    </message>
    <message>
        <source>It is too dark here</source>
        <translation>Hier ist es zu dunkel</translation>
    </message>
    <message>
        <source>Look this way</source>
        <translation>Schauen Sie hierher</translation>
    </message>
    <message>
        <source>Room for %1: bring somebody in</source>
        <translation>Platz für %1: Holen Sie jemanden dazu</translation>
    </message>
    <message>
        <source>Step back a little</source>
        <translation>Treten Sie etwas zurück</translation>
    </message>
    <message>
        <source>Step in front of the camera</source>
        <translation>Treten Sie vor die Kamera</translation>
    </message>
</context>
<context>
    <name>AgeScreen</name>
    <message>
        <source>Another painting</source>
        <translation>Ein anderes Gemälde</translation>
    </message>
    <message>
        <source>I am %1 or older</source>
        <translation>Ich bin %1 oder älter</translation>
    </message>
    <message>
        <source>This painting is meant for visitors from the age of %1.</source>
        <translation>Dieses Gemälde ist für Besucher ab %1 Jahren gedacht.</translation>
    </message>
    <message>
        <source>Your answer is kept nowhere.</source>
        <translation>Ihre Antwort wird nirgends gespeichert.</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Step into a painting</source>
        <translation>Schlüpfen Sie in ein Gemälde</translation>
    </message>
    <message>
        <source>Touch the screen</source>
        <translation>Berühren Sie den Bildschirm</translation>
    </message>
</context>
<context>
    <name>BringPage</name>
    <message>
        <source>Add paintings</source>
        <translation>Gemälde hinzufügen</translation>
    </message>
    <message>
        <source>Back to the paintings</source>
        <translation>Zurück zu den Gemälden</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Nothing was found in: %1. Put your pictures into a folder on a USB stick, beside them a spreadsheet of their titles if you have one, plug it in and wait a moment. Finished packs do as well.</source>
        <translation>Nichts wurde gefunden in: %1. Legen Sie Ihre Bilder in einen Ordner auf einem USB-Stick, daneben eine Tabelle mit ihren Titeln, falls Sie eine haben, stecken Sie ihn ein und warten Sie einen Moment. Fertige Pakete gehen auch.</translation>
    </message>
    <message>
        <source>Plug in a USB stick with a pack or a folder of pictures and wait a moment.</source>
        <translation>Stecken Sie einen USB-Stick mit einem Paket oder einem Ordner voller Bilder ein und warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>This was found in: %1</source>
        <translation>Das wurde gefunden in: %1</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>From the age of %1</source>
        <translation>Ab %1 Jahren</translation>
    </message>
    <message>
        <source>Room for %1</source>
        <translation>Platz für %1</translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Choose your painting</source>
        <translation>Wählen Sie Ihr Gemälde</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>There is nothing to choose from at the moment.</source>
        <translation>Zurzeit gibt es nichts zur Auswahl.</translation>
    </message>
</context>
<context>
    <name>ClosePanel</name>
    <message>
        <source>Close the kiosk</source>
        <translation>Programm beenden</translation>
    </message>
    <message>
        <source>Close the kiosk?</source>
        <translation>Programm beenden?</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Visitors cannot use it until somebody starts it again.</source>
        <translation>Besucher können es erst wieder nutzen, wenn jemand es neu startet.</translation>
    </message>
</context>
<context>
    <name>ConsentScreen</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>The PIN is changed.</source>
        <translation>Die PIN ist geändert.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>Written: %s</source>
        <translation>Geschrieben: %s</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>A PIN has four to eight digits.</source>
        <translation>Eine PIN hat vier bis acht Ziffern.</translation>
    </message>
    <message>
        <source>Anybody would try this one first. Choose another.</source>
        <translation>Diese PIN würde jeder zuerst versuchen. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>No PIN was set. The kiosk asks for it when it starts.</source>
        <translation>Es wurde keine PIN festgelegt. Das Gerät fragt beim Start danach.</translation>
    </message>
    <message>
        <source>This PIN is taken. Choose another.</source>
        <translation>Diese PIN ist schon vergeben. Wählen Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>Correct the face</source>
        <translation>Gesicht berichtigen</translation>
    </message>
</context>
<context>
    <name>EditListScreen</name>
    <message>
        <source>Choose a painting.</source>
        <translation>Wählen Sie ein Gemälde.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Edit paintings</source>
        <translation>Gemälde bearbeiten</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Here are the changes that were not saved.</source>
        <translation>Hier sind die Änderungen, die nicht gespeichert wurden.</translation>
    </message>
    <message>
        <source>Looking at the painting…</source>
        <translation>Das Gemälde wird angesehen …</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Saving… %1 percent</source>
        <translation>Wird gespeichert … %1 Prozent</translation>
    </message>
    <message>
        <source>The camera does not answer. Check its cable.</source>
        <translation>Die Kamera antwortet nicht. Prüfen Sie ihr Kabel.</translation>
    </message>
</context>
<context>
    <name>EditorScreen</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>In front</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>The camera is on</source>
        <translation>Die Kamera ist an</translation>
    </message>
    <message>
        <source>The face, or the whole painting</source>
        <translation>Das Gesicht oder das ganze Gemälde</translation>
    </message>
    <message>
        <source>There is no face in this painting that visitors may step into.</source>
        <translation>In diesem Gemälde gibt es kein Gesicht, in das Besucher schlüpfen dürfen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>FacesPanel</name>
    <message>
        <source>Add a face</source>
        <translation>Gesicht hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>Gesicht %1 von %2</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>No face was found. Add one by hand.</source>
        <translation>Es wurde kein Gesicht gefunden. Fügen Sie eines von Hand hinzu.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The face before</source>
        <translation>Das vorige Gesicht</translation>
    </message>
    <message>
        <source>The next face</source>
        <translation>Das nächste Gesicht</translation>
    </message>
    <message>
        <source>Touch the eye at the left of the picture.</source>
        <translation>Berühren Sie das Auge links im Bild.</translation>
    </message>
    <message>
        <source>Touch the eye at the right of the picture.</source>
        <translation>Berühren Sie das Auge rechts im Bild.</translation>
    </message>
    <message>
        <source>Touch the left corner of the mouth.</source>
        <translation>Berühren Sie den linken Mundwinkel.</translation>
    </message>
    <message>
        <source>Touch the right corner of the mouth.</source>
        <translation>Berühren Sie den rechten Mundwinkel.</translation>
    </message>
    <message>
        <source>Touch the tip of the nose.</source>
        <translation>Berühren Sie die Nasenspitze.</translation>
    </message>
    <message>
        <source>Visitors may step in</source>
        <translation>Besucher dürfen hinein</translation>
    </message>
</context>
<context>
    <name>FiguresDesk</name>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Writing… %1 %</source>
        <translation>Wird geschrieben … %1 %</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>Glimpse</name>
    <message>
        <source>What the camera sees</source>
        <translation>Was die Kamera sieht</translation>
    </message>
</context>
<context>
    <name>HandoverScreen</name>
    <message>
        <source>Delete my picture</source>
        <translation>Mein Bild löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>No connection just now. Scan the code all the same: your picture follows as soon as there is one. It waits for %s h.</source>
        <translation>Gerade keine Verbindung. Scannen Sie den Code trotzdem: Das Bild folgt, sobald es eine gibt. Es wartet %s Std.</translation>
    </message>
    <message>
        <source>One moment: your picture is on its way.</source>
        <translation>Einen Moment: Ihr Bild ist unterwegs.</translation>
    </message>
    <message>
        <source>Photograph your portrait</source>
        <translation>Fotografieren Sie Ihr Porträt</translation>
    </message>
    <message>
        <source>QR code that fetches your picture</source>
        <translation>QR-Code, mit dem Sie Ihr Bild abholen</translation>
    </message>
    <message>
        <source>Scan the code with the camera of your phone, then touch Start in Telegram.</source>
        <translation>Scannen Sie den Code mit der Kamera Ihres Telefons und tippen Sie dann in Telegram auf „Starten“.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Nehmen Sie es mit</translation>
    </message>
    <message>
        <source>This kiosk cannot send pictures. Photograph the screen with your own phone; when you touch Done, the portrait is wiped here.</source>
        <translation>Dieses Gerät kann keine Bilder versenden. Fotografieren Sie den Bildschirm mit Ihrem Telefon; sobald Sie „Fertig“ berühren, wird das Porträt hier gelöscht.</translation>
    </message>
    <message>
        <source>Your picture could not be sent. Photograph the screen with your own phone; when you touch Done, the portrait is wiped here.</source>
        <translation>Ihr Bild konnte nicht versendet werden. Fotografieren Sie den Bildschirm mit Ihrem Telefon; sobald Sie „Fertig“ berühren, wird das Porträt hier gelöscht.</translation>
    </message>
    <message>
        <source>Your picture is on your phone.</source>
        <translation>Ihr Bild ist auf Ihrem Telefon.</translation>
    </message>
    <message>
        <source>Your picture is ready: you can fetch it for %s h.</source>
        <translation>Ihr Bild ist bereit: Sie können es %s Std. lang abholen.</translation>
    </message>
    <message>
        <source>Your portrait</source>
        <translation>Ihr Porträt</translation>
    </message>
    <message>
        <source>or send this code to %s</source>
        <translation>oder senden Sie diesen Code an %s</translation>
    </message>
    <message>
        <source>or send this code to the bot</source>
        <translation>oder senden Sie diesen Code an den Bot</translation>
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
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Bildberechnung</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Last errors</source>
        <translation>Letzte Fehler</translation>
    </message>
    <message>
        <source>No errors remembered.</source>
        <translation>Keine Fehler verzeichnet.</translation>
    </message>
    <message>
        <source>Pictures to be sent</source>
        <translation>Bilder zum Versenden</translation>
    </message>
    <message>
        <source>Session log</source>
        <translation>Besuchsprotokoll</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>USB stick</source>
        <translation>USB-Stick</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Achtung</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Blank</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Capital letter</source>
        <translation>Großbuchstabe</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Other letters</source>
        <translation>Andere Buchstaben</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>LeavingPanel</name>
    <message>
        <source>Drop them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Save them</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>There are changes that are not saved.</source>
        <translation>Es gibt Änderungen, die nicht gespeichert sind.</translation>
    </message>
</context>
<context>
    <name>LiveScreen</name>
    <message>
        <source>Demonstration: no camera</source>
        <translation>Vorführung: keine Kamera</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>LivenessCheck</name>
    <message>
        <source>Please blink, or turn your head a little: then we begin.</source>
        <translation>Bitte blinzeln oder den Kopf ein wenig drehen: dann geht es los.</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Demo visitor</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>The visitor&apos;s own complexion</source>
        <translation>Hautfarbe des Besuchers</translation>
    </message>
    <message>
        <source>The visitor&apos;s own face shape</source>
        <translation>Gesichtsform des Besuchers</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
</context>
<context>
    <name>MaintenanceScreen</name>
    <message>
        <source>It will be open again soon.</source>
        <translation>Es ist bald wieder für Sie da.</translation>
    </message>
    <message>
        <source>This kiosk is being looked after.</source>
        <translation>Dieses Gerät wird gerade gewartet.</translation>
    </message>
</context>
<context>
    <name>MakingPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>File names alone</source>
        <translation>Nur Dateinamen</translation>
    </message>
    <message>
        <source>Its id: %1</source>
        <translation>Seine Kennung: %1</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird durchgesehen …</translation>
    </message>
    <message>
        <source>Make a pack</source>
        <translation>Ein Paket machen</translation>
    </message>
    <message>
        <source>Make and install</source>
        <translation>Machen und installieren</translation>
    </message>
    <message>
        <source>Paintings in the folder %1: %2. This is how visitors will read of them. Nothing is changed on the stick.</source>
        <translation>Gemälde im Ordner %1: %2. So werden Besucher von ihnen lesen. Auf dem Stick wird nichts geändert.</translation>
    </message>
    <message>
        <source>Paintings whose face should be corrected: %1. Do it here, or later with the pencil beside each painting.</source>
        <translation>Gemälde, deren Gesicht berichtigt werden sollte: %1. Tun Sie es hier, oder später mit dem Stift neben jedem Gemälde.</translation>
    </message>
    <message>
        <source>There is a pack of this id: this one takes its place, and the one before stays for a way back.</source>
        <translation>Ein Paket mit dieser Kennung gibt es schon: Dieses tritt an seine Stelle, und das bisherige bleibt für den Weg zurück.</translation>
    </message>
    <message>
        <source>Titles from</source>
        <translation>Titel aus</translation>
    </message>
    <message>
        <source>Visitors can choose from it.</source>
        <translation>Besucher können daraus wählen.</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <source>Broad</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fein</translation>
    </message>
    <message>
        <source>In front</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Not in front</source>
        <translation>Nicht davor</translation>
    </message>
    <message>
        <source>Red stays in front of the visitor, blue does not.</source>
        <translation>Rot bleibt vor dem Besucher, Blau nicht.</translation>
    </message>
    <message>
        <source>Wipe all away</source>
        <translation>Alles wegwischen</translation>
    </message>
</context>
<context>
    <name>MuseumsPage</name>
    <message>
        <source>Back to the paintings</source>
        <translation>Zurück zu den Gemälden</translation>
    </message>
    <message>
        <source>Choose portraits with a large face that looks at you.</source>
        <translation>Wählen Sie Porträts mit großem Gesicht, das Sie ansieht.</translation>
    </message>
    <message>
        <source>Fetch our %1 famous portraits</source>
        <translation>Unsere %1 berühmten Porträts holen</translation>
    </message>
    <message>
        <source>Fetch what is chosen: %1</source>
        <translation>Auswahl holen: %1</translation>
    </message>
    <message>
        <source>From museums</source>
        <translation>Aus Museen</translation>
    </message>
    <message>
        <source>Museums are being asked…</source>
        <translation>Museen werden gefragt …</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>Neue Suche</translation>
    </message>
    <message>
        <source>Nothing that may be taken was found.</source>
        <translation>Nichts gefunden, was genommen werden darf.</translation>
    </message>
    <message>
        <source>This kiosk stays off the network. Whoever looks after it can allow it to ask museums: network = true in the section [packs] of the settings file, and contact = an address at which museums can reach you.</source>
        <translation>Dieser Kiosk geht nicht ins Netz. Wer ihn betreut, kann ihm erlauben, Museen zu fragen: network = true im Abschnitt [packs] der Einstellungsdatei, und contact = eine Adresse, unter der Museen Sie erreichen.</translation>
    </message>
    <message>
        <source>Works in the public domain, from museums&apos; open collections. The kiosk goes online for it now, and sends nothing but your words.</source>
        <translation>Gemeinfreie Werke aus offenen Sammlungen von Museen. Der Kiosk geht dafür ins Netz und sendet nur Ihre Worte.</translation>
    </message>
</context>
<context>
    <name>NewPin</name>
    <message>
        <source>%1 to %2 digits</source>
        <translation>%1 bis %2&#xa0;Ziffern</translation>
    </message>
    <message>
        <source>Enter the same PIN again</source>
        <translation>Dieselbe PIN noch einmal eingeben</translation>
    </message>
    <message>
        <source>The two were not the same. Please begin again.</source>
        <translation>Die beiden waren nicht gleich. Bitte beginnen Sie von vorn.</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>A pack can be made of them.</source>
        <translation>Daraus lässt sich ein Paket machen.</translation>
    </message>
    <message>
        <source>Another version is installed.</source>
        <translation>Eine andere Version ist installiert.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Install again</source>
        <translation>Neu installieren</translation>
    </message>
    <message>
        <source>Make a pack</source>
        <translation>Paket machen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Paintings: %1</source>
        <translation>Gemälde: %1</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>Bilder: %1</translation>
    </message>
    <message>
        <source>This version is installed already.</source>
        <translation>Diese Version ist bereits installiert.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>It will be back by itself.</source>
        <translation>Es ist gleich von selbst wieder da.</translation>
    </message>
    <message>
        <source>This kiosk takes a short rest.</source>
        <translation>Dieses Gerät macht eine kurze Pause.</translation>
    </message>
</context>
<context>
    <name>PackLine</name>
    <message>
        <source>%1: further down</source>
        <translation>%1: weiter nach unten</translation>
    </message>
    <message>
        <source>%1: further up</source>
        <translation>%1: weiter nach oben</translation>
    </message>
    <message>
        <source>%1: remove</source>
        <translation>%1: entfernen</translation>
    </message>
    <message>
        <source>%1: visitors see it</source>
        <translation>%1: Besucher sehen es</translation>
    </message>
    <message>
        <source>Back to version %1</source>
        <translation>Zurück zu Version %1</translation>
    </message>
    <message>
        <source>Came with the kiosk</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>Paintings: %1</source>
        <translation>Gemälde: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>Back to the paintings</source>
        <translation>Zurück zu den Gemälden</translation>
    </message>
    <message>
        <source>No pack of paintings was found.</source>
        <translation>Es wurde kein Gemäldepaket gefunden.</translation>
    </message>
    <message>
        <source>Packs of paintings</source>
        <translation>Gemäldepakete</translation>
    </message>
    <message>
        <source>Visitors see the packs that are switched on, in this order.</source>
        <translation>Besucher sehen die eingeschalteten Pakete in dieser Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>PageTurner</name>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
</context>
<context>
    <name>PaintingLine</name>
    <message>
        <source>%1: edit</source>
        <translation>%1: bearbeiten</translation>
    </message>
    <message>
        <source>%1: further down</source>
        <translation>%1: weiter nach unten</translation>
    </message>
    <message>
        <source>%1: further up</source>
        <translation>%1: weiter nach oben</translation>
    </message>
    <message>
        <source>%1: visitors may choose it</source>
        <translation>%1: für Besucher wählbar</translation>
    </message>
    <message>
        <source>Nobody can step into it: no face was found</source>
        <translation>Niemand kann hineinschlüpfen: kein Gesicht gefunden</translation>
    </message>
</context>
<context>
    <name>PaintingsPage</name>
    <message>
        <source>Add paintings</source>
        <translation>Gemälde hinzufügen</translation>
    </message>
    <message>
        <source>At least one painting has to stay switched on.</source>
        <translation>Mindestens ein Gemälde muss eingeschaltet bleiben.</translation>
    </message>
    <message>
        <source>From museums</source>
        <translation>Aus Museen</translation>
    </message>
    <message>
        <source>No pack of paintings was found.</source>
        <translation>Es wurde kein Gemäldepaket gefunden.</translation>
    </message>
    <message>
        <source>Packs of paintings</source>
        <translation>Gemäldepakete</translation>
    </message>
    <message>
        <source>Packs of paintings on the USB stick: %1</source>
        <translation>Gemäldepakete auf dem USB-Stick: %1</translation>
    </message>
    <message>
        <source>Visitors see what is switched on, in this order.</source>
        <translation>Besucher sehen, was eingeschaltet ist, in dieser Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Digits entered: %1</source>
        <translation>Eingegebene Ziffern: %1</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>PIN pad</source>
        <translation>PIN-Tastenfeld</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New PIN for staff</source>
        <translation>Neue PIN für das Personal</translation>
    </message>
    <message>
        <source>New PIN for the owner</source>
        <translation>Neue PIN für den Betreiber</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>For the people who look after this kiosk.</source>
        <translation>Für alle, die sich um dieses Gerät kümmern.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>PIN des Personals</translation>
    </message>
    <message>
        <source>That PIN is wrong. Please try again.</source>
        <translation>Diese PIN ist falsch. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. The next try is possible in %1 s.</source>
        <translation>Zu viele falsche PINs. Der nächste Versuch ist in %1&#xa0;s möglich.</translation>
    </message>
</context>
<context>
    <name>PointsPanel</name>
    <message>
        <source>Drag a point to where it belongs; its neighbours follow. Zoom in with two fingers for more points.</source>
        <translation>Ziehen Sie einen Punkt dorthin, wo er hingehört; seine Nachbarn folgen. Mehr Punkte erscheinen, wenn Sie mit zwei Fingern vergrößern.</translation>
    </message>
    <message>
        <source>Put the points back</source>
        <translation>Punkte zurücksetzen</translation>
    </message>
</context>
<context>
    <name>PoseGuide</name>
    <message>
        <source>How the painted head is turned</source>
        <translation>Wie der gemalte Kopf gedreht ist</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Visitors do not step into this face.</source>
        <translation>In dieses Gesicht schlüpfen keine Besucher.</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Further problems: %1</source>
        <translation>Weitere Probleme: %1</translation>
    </message>
</context>
<context>
    <name>Ranges</name>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 Monate</translation>
    </message>
    <message>
        <source>3 years</source>
        <translation>3 Jahre</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 Wochen</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>RemovePanel</name>
    <message>
        <source>Its paintings go, all versions of them. To have them back the pack has to be installed again.</source>
        <translation>Seine Gemälde verschwinden, in allen Versionen. Um sie zurückzuholen, muss das Paket neu installiert werden.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
</context>
<context>
    <name>ReportPlate</name>
    <message>
        <source>%1 is installed. Paintings: %2</source>
        <translation>%1 ist installiert. Gemälde: %2</translation>
    </message>
    <message>
        <source>%1 was not installed; nothing has changed.</source>
        <translation>%1 wurde nicht installiert; nichts hat sich geändert.</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Zugestimmt</translation>
    </message>
    <message>
        <source>Agreed to the camera</source>
        <translation>Der Kamera zugestimmt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Busiest day</source>
        <translation>Stärkster Tag</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Wiedergekommen</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Chose a painting</source>
        <translation>Gemälde gewählt</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>Verschiedene Personen</translation>
    </message>
    <message>
        <source>Drop-off</source>
        <translation>Abbruch</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Maltechnik</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>First week</source>
        <translation>Erste Woche</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Fortgeblieben</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Hours of maintenance</source>
        <translation>Stunden in Wartung</translation>
    </message>
    <message>
        <source>Hours open</source>
        <translation>Stunden geöffnet</translation>
    </message>
    <message>
        <source>Hours out of order</source>
        <translation>Stunden außer Betrieb</translation>
    </message>
    <message>
        <source>Hours with the staff</source>
        <translation>Stunden beim Personal</translation>
    </message>
    <message>
        <source>How far visits go</source>
        <translation>Wie weit Besuche kommen</translation>
    </message>
    <message>
        <source>In 30 days (MAU)</source>
        <translation>In 30 Tagen (MAU)</translation>
    </message>
    <message>
        <source>In 7 days (WAU)</source>
        <translation>In 7 Tagen (WAU)</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kept it</source>
        <translation>Porträt behalten</translation>
    </message>
    <message>
        <source>Kept of tried</source>
        <translation>Behalten je Versuch</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>Kiosks</source>
        <translation>Kioske</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>Früh gegangen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Length of a visit</source>
        <translation>Dauer eines Besuchs</translation>
    </message>
    <message>
        <source>Length of a visit with a portrait</source>
        <translation>Dauer eines Besuchs mit Porträt</translation>
    </message>
    <message>
        <source>Length of visits</source>
        <translation>Dauer der Besuche</translation>
    </message>
    <message>
        <source>Lighter columns and lines in italics are not complete: days are missing, or not over.</source>
        <translation>Hellere Säulen und Zeilen in Kursivschrift sind unvollständig: Tage fehlen oder sind noch nicht vorbei.</translation>
    </message>
    <message>
        <source>Living pictures per second</source>
        <translation>Lebende Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Made on %1.</source>
        <translation>Erstellt am %1.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No figure comes from a face. The kiosk recognises nobody.</source>
        <translation>Keine Zahl stammt aus einem Gesicht. Der Kiosk erkennt niemanden.</translation>
    </message>
    <message>
        <source>Nothing in this range.</source>
        <translation>Nichts in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Betriebszeiten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Gemälde</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Gemälde</translation>
    </message>
    <message>
        <source>Paintings tried per visit</source>
        <translation>Gemälde je Besuch ausprobiert</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>People can be counted only where the bot hands pictures over: its database is not available here.</source>
        <translation>Personen lassen sich nur zählen, wo der Bot die Bilder übergibt: Seine Datenbank ist hier nicht verfügbar.</translation>
    </message>
    <message>
        <source>People in 30 days (MAU)</source>
        <translation>Personen in 30 Tagen (MAU)</translation>
    </message>
    <message>
        <source>People in 7 days (WAU)</source>
        <translation>Personen in 7 Tagen (WAU)</translation>
    </message>
    <message>
        <source>People per day (DAU)</source>
        <translation>Personen am Tag (DAU)</translation>
    </message>
    <message>
        <source>People who came back</source>
        <translation>Wiedergekommene Personen</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pictures offered</source>
        <translation>Angebotene Bilder</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Pictures per second, slowest tenth of visits</source>
        <translation>Bilder je Sekunde, langsamstes Zehntel der Besuche</translation>
    </message>
    <message>
        <source>Pictures picked up</source>
        <translation>Abgeholte Bilder</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>Porträts</translation>
    </message>
    <message>
        <source>Portraits kept</source>
        <translation>Behaltene Porträts</translation>
    </message>
    <message>
        <source>Portraits taken again</source>
        <translation>Wiederholte Porträts</translation>
    </message>
    <message>
        <source>Pressed the shutter</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Retakes per visit</source>
        <translation>Wiederholungen je Besuch</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Wiederkehr</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Einnahmen</translation>
    </message>
    <message>
        <source>Saw the portrait</source>
        <translation>Porträt gesehen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Share of pictures picked up</source>
        <translation>Anteil abgeholter Bilder</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Stickiness</source>
        <translation>Bindung</translation>
    </message>
    <message>
        <source>Stickiness (DAU / MAU)</source>
        <translation>Bindung (DAU / MAU)</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>The week by the hour</source>
        <translation>Die Woche nach Stunden</translation>
    </message>
    <message>
        <source>Time until pick-up</source>
        <translation>Zeit bis zur Abholung</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>Zu lange gedauert</translation>
    </message>
    <message>
        <source>Touched the screen</source>
        <translation>Bildschirm berührt</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Ausprobiert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Visitor figures</source>
        <translation>Besuchszahlen</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>Visits and portraits</source>
        <translation>Besuche und Porträts</translation>
    </message>
    <message>
        <source>Visits ended by a failure</source>
        <translation>Durch Störung beendete Besuche</translation>
    </message>
    <message>
        <source>Visits in an hour, on average: the stronger the colour, the more.</source>
        <translation>Besuche in einer Stunde, im Mittel: je kräftiger die Farbe, desto mehr.</translation>
    </message>
    <message>
        <source>Visits per day</source>
        <translation>Besuche am Tag</translation>
    </message>
    <message>
        <source>Visits with a portrait</source>
        <translation>Besuche mit Porträt</translation>
    </message>
    <message>
        <source>Visits with an impossible date, because the clock was wrong: %1. They are not counted here.</source>
        <translation>Besuche mit unmöglichem Datum, weil die Uhr falsch ging: %1. Sie sind hier nicht mitgezählt.</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Weeks after the first pick-up</source>
        <translation>Wochen nach der ersten Abholung</translation>
    </message>
    <message>
        <source>Who comes back</source>
        <translation>Wer wiederkommt</translation>
    </message>
    <message>
        <source>With a portrait</source>
        <translation>Mit Porträt</translation>
    </message>
    <message>
        <source>compared with the %1 days before</source>
        <translation>verglichen mit den %1 Tagen davor</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Another painting</source>
        <translation>Anderes Gemälde</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>Das Original</translation>
    </message>
    <message>
        <source>Touch and hold to compare</source>
        <translation>Zum Vergleichen gedrückt halten</translation>
    </message>
    <message>
        <source>Tries left: %d</source>
        <translation>Verbleibende Versuche:&#xa0;%d</translation>
    </message>
    <message>
        <source>Your portrait</source>
        <translation>Ihr Porträt</translation>
    </message>
    <message>
        <source>Your portrait is finished</source>
        <translation>Ihr Porträt ist fertig</translation>
    </message>
</context>
<context>
    <name>SearchPlate</name>
    <message>
        <source>All museums</source>
        <translation>Alle Museen</translation>
    </message>
    <message>
        <source>Title or artist</source>
        <translation>Titel oder Künstler</translation>
    </message>
</context>
<context>
    <name>SettingLine</name>
    <message>
        <source>%1: less</source>
        <translation>%1: weniger</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1: mehr</translation>
    </message>
    <message>
        <source>Decided outside by %1</source>
        <translation>Von außen festgelegt durch %1</translation>
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
        <translation>Untätige Besucher werden vergessen nach</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>Kamera %1</translation>
    </message>
    <message>
        <source>Countdown before the portrait</source>
        <translation>Countdown vor dem Porträt</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>First camera</source>
        <translation>Erste Kamera</translation>
    </message>
    <message>
        <source>Hints during the pose</source>
        <translation>Hinweise beim Posieren</translation>
    </message>
    <message>
        <source>How faces are painted</source>
        <translation>Wie Gesichter gemalt werden</translation>
    </message>
    <message>
        <source>How often a portrait may be taken again</source>
        <translation>Wie oft ein Porträt wiederholt werden darf</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Hybrid</translation>
    </message>
    <message>
        <source>Language at the start of a visit</source>
        <translation>Sprache zu Beginn eines Besuchs</translation>
    </message>
    <message>
        <source>Less motion on the screen</source>
        <translation>Weniger Bewegung auf dem Bildschirm</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Our own engine</source>
        <translation>Unsere eigene Technik</translation>
    </message>
    <message>
        <source>Show how the painted head is turned</source>
        <translation>Zeigen, wie der gemalte Kopf gedreht ist</translation>
    </message>
    <message>
        <source>The portrait takes itself when the pose matches</source>
        <translation>Porträt von selbst aufnehmen, wenn die Haltung stimmt</translation>
    </message>
</context>
<context>
    <name>SetupScreen</name>
    <message>
        <source>Choose a PIN for the owner</source>
        <translation>Wählen Sie eine PIN für den Betreiber</translation>
    </message>
    <message>
        <source>Later – just try it</source>
        <translation>Später&#xa0;– erst einmal ausprobieren</translation>
    </message>
    <message>
        <source>The PIN opens the staff area: paintings, figures and settings.</source>
        <translation>Die PIN öffnet den Personalbereich: Gemälde, Zahlen und Einstellungen.</translation>
    </message>
    <message>
        <source>Until a PIN is chosen, the staff area stays shut and Escape closes the kiosk.</source>
        <translation>Bis eine PIN gewählt ist, bleibt der Personalbereich geschlossen und die Escape-Taste beendet das Programm.</translation>
    </message>
    <message>
        <source>Visitors choose a painting on this screen and see their own living face in it.</source>
        <translation>Besucher wählen auf diesem Bildschirm ein Gemälde und sehen darin ihr eigenes, lebendiges Gesicht.</translation>
    </message>
    <message>
        <source>Welcome to Vernissage</source>
        <translation>Willkommen bei Vernissage</translation>
    </message>
</context>
<context>
    <name>ShutterButton</name>
    <message>
        <source>Take the portrait</source>
        <translation>Porträt aufnehmen</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>Look into the camera and touch again</source>
        <translation>Schauen Sie in die Kamera und tippen Sie noch einmal</translation>
    </message>
    <message>
        <source>Painting your portrait…</source>
        <translation>Ihr Porträt wird gemalt&#xa0;…</translation>
    </message>
    <message>
        <source>Please come before the camera yourself.</source>
        <translation>Bitte kommen Sie selbst vor die Kamera.</translation>
    </message>
    <message>
        <source>Step in front of the camera</source>
        <translation>Treten Sie vor die Kamera</translation>
    </message>
    <message>
        <source>This painting cannot be shown just now.</source>
        <translation>Dieses Gemälde kann gerade nicht gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Back to visitors</source>
        <translation>Zurück zu den Besuchern</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Owner&apos;s area</source>
        <translation>Betreiberbereich</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Gemälde</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Staff area</source>
        <translation>Personalbereich</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Everything of you is wiped when the time is up.</source>
        <translation>Ist die Zeit um, wird alles von Ihnen gelöscht.</translation>
    </message>
    <message>
        <source>I am here</source>
        <translation>Ich bin da</translation>
    </message>
</context>
<context>
    <name>Stockroom</name>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message>
        <source>Change the owner&apos;s PIN</source>
        <translation>PIN des Betreibers ändern</translation>
    </message>
    <message>
        <source>Change the staff PIN</source>
        <translation>PIN des Personals ändern</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>Programm beenden</translation>
    </message>
    <message>
        <source>Folder for the log bundle</source>
        <translation>Ordner für das Protokollpaket</translation>
    </message>
    <message>
        <source>Log bundle</source>
        <translation>Protokollpaket</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Notes of the kiosk for support. They hold no picture of anybody.</source>
        <translation>Aufzeichnungen des Geräts für den Support. Sie enthalten keine Bilder von Personen.</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>PINs</translation>
    </message>
    <message>
        <source>The kiosk</source>
        <translation>Das Gerät</translation>
    </message>
    <message>
        <source>There is no folder to write into. Plug in a memory stick.</source>
        <translation>Es gibt keinen Ordner zum Schreiben. Stecken Sie einen USB-Stick ein.</translation>
    </message>
    <message>
        <source>Visitors see a sign instead of the paintings.</source>
        <translation>Besucher sehen ein Schild statt der Gemälde.</translation>
    </message>
    <message>
        <source>Write the log bundle</source>
        <translation>Protokollpaket schreiben</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Enjoy the museum.</source>
        <translation>Viel Freude im Museum.</translation>
    </message>
    <message>
        <source>Nothing of you remains here. The locked copy that was sent is deleted as soon as there is a connection.</source>
        <translation>Hier bleibt nichts von Ihnen. Die verschlüsselte Kopie, die verschickt wurde, wird gelöscht, sobald es eine Verbindung gibt.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Vielen Dank.</translation>
    </message>
    <message>
        <source>The frame is empty again. A locked copy waits for your phone: only your code opens it.</source>
        <translation>Der Rahmen ist wieder leer. Eine verschlüsselte Kopie wartet auf Ihr Telefon: Nur Ihr Code öffnet sie.</translation>
    </message>
    <message>
        <source>The frame is empty again: nothing of you remains here.</source>
        <translation>Der Rahmen ist wieder leer: Nichts von Ihnen bleibt hier.</translation>
    </message>
    <message>
        <source>Touch to go on</source>
        <translation>Zum Fortfahren berühren</translation>
    </message>
    <message>
        <source>Your picture is deleted.</source>
        <translation>Ihr Bild ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>TitlePlate</name>
    <message>
        <source>Title of the pack</source>
        <translation>Titel des Pakets</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>A visit, in minutes</source>
        <translation>Ein Besuch, in Minuten</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>Porträts</translation>
    </message>
    <message>
        <source>Portraits by painting</source>
        <translation>Porträts nach Gemälde</translation>
    </message>
    <message>
        <source>Taken again</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>Visits by hour</source>
        <translation>Besuche nach Stunde</translation>
    </message>
    <message>
        <source>Walked away</source>
        <translation>Weggegangen</translation>
    </message>
</context>
<context>
    <name>TrendsPage</name>
    <message>
        <source>A spreadsheet with charts and a report to print, of this range.</source>
        <translation>Eine Tabelle mit Diagrammen und ein Bericht zum Drucken, über diesen Zeitraum.</translation>
    </message>
    <message>
        <source>Folder for the figures</source>
        <translation>Ordner für die Zahlen</translation>
    </message>
    <message>
        <source>Take the figures along</source>
        <translation>Zahlen mitnehmen</translation>
    </message>
    <message>
        <source>There is no folder to write into. Plug in a memory stick.</source>
        <translation>Es gibt keinen Ordner zum Schreiben. Stecken Sie einen USB-Stick ein.</translation>
    </message>
    <message>
        <source>Write the figures</source>
        <translation>Zahlen schreiben</translation>
    </message>
</context>
<context>
    <name>TroubleWatch</name>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment&#xa0;…</translation>
    </message>
    <message>
        <source>The camera does not answer. It will go on by itself.</source>
        <translation>Die Kamera antwortet nicht. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>The camera sees nothing. Please tell the staff.</source>
        <translation>Die Kamera sieht nichts. Bitte sagen Sie dem Personal Bescheid.</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Cannot be used.</source>
        <translation>Nicht verwendbar.</translation>
    </message>
    <message>
        <source>Much of the face is covered: %1 percent; up to %2 is good.</source>
        <translation>Viel vom Gesicht ist verdeckt: %1 Prozent; bis %2 ist gut.</translation>
    </message>
    <message>
        <source>No face was found. Add one by hand.</source>
        <translation>Es wurde kein Gesicht gefunden. Fügen Sie eines von Hand hinzu.</translation>
    </message>
    <message>
        <source>Some points would fold the face and were held back.</source>
        <translation>Einige Punkte würden das Gesicht falten und wurden zurückgehalten.</translation>
    </message>
    <message>
        <source>Suits badly.</source>
        <translation>Eignet sich schlecht.</translation>
    </message>
    <message>
        <source>Suits well.</source>
        <translation>Eignet sich gut.</translation>
    </message>
    <message>
        <source>The face is blurred: it has the detail of %1 pixels; %2 would be good.</source>
        <translation>Das Gesicht ist unscharf: Es hat so viele Einzelheiten wie %1 Pixel; gut wären %2.</translation>
    </message>
    <message>
        <source>The face is small in the picture: %1 pixels wide; %2 would be good.</source>
        <translation>Das Gesicht ist klein im Bild: %1 Pixel breit; gut wären %2.</translation>
    </message>
    <message>
        <source>The face will be small on the screen: %1 pixels wide; %2 would be good.</source>
        <translation>Das Gesicht wird auf dem Bildschirm klein: %1 Pixel breit; gut wären %2.</translation>
    </message>
    <message>
        <source>The features of the face are only roughly known. Check the points.</source>
        <translation>Die Züge des Gesichts sind nur ungefähr bekannt. Prüfen Sie die Punkte.</translation>
    </message>
    <message>
        <source>The head is turned far aside: %1 degrees; up to %2 is good.</source>
        <translation>Der Kopf ist weit zur Seite gedreht: %1 Grad; bis %2 ist gut.</translation>
    </message>
    <message>
        <source>The kiosk hardly sees a face here. Check the points.</source>
        <translation>Der Kiosk erkennt hier kaum ein Gesicht. Prüfen Sie die Punkte.</translation>
    </message>
    <message>
        <source>The picture is small: %1 pixels; %2 would be good.</source>
        <translation>Das Bild ist klein: %1 Pixel; gut wären %2.</translation>
    </message>
    <message>
        <source>There are %1 faces; at most %2 visitors are followed.</source>
        <translation>Es gibt %1 Gesichter; höchstens %2 Besucher werden verfolgt.</translation>
    </message>
    <message>
        <source>These points cannot be a face. Mark it again.</source>
        <translation>Diese Punkte können kein Gesicht sein. Markieren Sie es neu.</translation>
    </message>
    <message>
        <source>Usable.</source>
        <translation>Brauchbar.</translation>
    </message>
    <message>
        <source>Visitors cannot step into any of the faces.</source>
        <translation>Besucher können in keines der Gesichter schlüpfen.</translation>
    </message>
</context>
<context>
    <name>WorkPlate</name>
    <message>
        <source>%1 is being copied</source>
        <translation>%1 wird kopiert</translation>
    </message>
    <message>
        <source>%1 is being fetched</source>
        <translation>%1 wird geholt</translation>
    </message>
    <message>
        <source>%1 is being made of the pictures</source>
        <translation>%1 wird aus den Bildern gemacht</translation>
    </message>
    <message>
        <source>%1 is being unpacked</source>
        <translation>%1 wird entpackt</translation>
    </message>
    <message>
        <source>Leave the stick in until it is done.</source>
        <translation>Lassen Sie den Stick stecken, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>The faces in %1 are being looked for</source>
        <translation>In %1 werden die Gesichter gesucht</translation>
    </message>
    <message>
        <source>The pictures of %1 are being checked</source>
        <translation>Die Bilddateien von %1 werden geprüft</translation>
    </message>
    <message>
        <source>This may take a while. What is there already stays.</source>
        <translation>Das kann eine Weile dauern. Was schon da ist, bleibt.</translation>
    </message>
</context>
</TS>
