<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AdvicePlate</name>
    <message>
        <source>Come a little closer</source>
        <translation>Approchez-vous un peu</translation>
    </message>
    <message>
        <source>It is too dark here</source>
        <translation>Il fait trop sombre ici</translation>
    </message>
    <message>
        <source>Look this way</source>
        <translation>Regardez par ici</translation>
    </message>
    <message>
        <source>Room for %1: bring somebody in</source>
        <translation>Place pour %1&#xa0;: faites entrer quelqu’un</translation>
    </message>
    <message>
        <source>Step back a little</source>
        <translation>Reculez un peu</translation>
    </message>
    <message>
        <source>Step in front of the camera</source>
        <translation>Placez-vous devant la caméra</translation>
    </message>
</context>
<context>
    <name>AgeScreen</name>
    <message>
        <source>Another painting</source>
        <translation>Un autre tableau</translation>
    </message>
    <message>
        <source>I am %1 or older</source>
        <translation>J’ai %1 ans ou plus</translation>
    </message>
    <message>
        <source>This painting is meant for visitors from the age of %1.</source>
        <translation>Ce tableau s’adresse aux visiteurs à partir de %1 ans.</translation>
    </message>
    <message>
        <source>Your answer is kept nowhere.</source>
        <translation>Votre réponse n’est conservée nulle part.</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Privacy</source>
        <translation>Vie privée</translation>
    </message>
    <message>
        <source>Step into a painting</source>
        <translation>Entrez dans un tableau</translation>
    </message>
    <message>
        <source>Touch the screen</source>
        <translation>Touchez l’écran</translation>
    </message>
</context>
<context>
    <name>BringPage</name>
    <message>
        <source>Add paintings</source>
        <translation>Ajouter des tableaux</translation>
    </message>
    <message>
        <source>Back to the paintings</source>
        <translation>Retour aux tableaux</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Chercher à nouveau</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Nothing was found in: %1. Put your pictures into a folder on a USB stick, beside them a spreadsheet of their titles if you have one, plug it in and wait a moment. Finished packs do as well.</source>
        <translation>Rien n’a été trouvé dans&#xa0;: %1. Mettez vos images dans un dossier sur une clé USB, à côté un tableau de leurs titres si vous en avez un, branchez-la et attendez un instant. Les lots tout faits conviennent aussi.</translation>
    </message>
    <message>
        <source>Plug in a USB stick with a pack or a folder of pictures and wait a moment.</source>
        <translation>Branchez une clé USB contenant un lot ou un dossier d’images et attendez un instant.</translation>
    </message>
    <message>
        <source>This was found in: %1</source>
        <translation>Voici ce qui a été trouvé dans&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>From the age of %1</source>
        <translation>À partir de %1 ans</translation>
    </message>
    <message>
        <source>Room for %1</source>
        <translation>Place pour %1</translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Choose your painting</source>
        <translation>Choisissez votre tableau</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>There is nothing to choose from at the moment.</source>
        <translation>Il n’y a rien à choisir pour le moment.</translation>
    </message>
</context>
<context>
    <name>ClosePanel</name>
    <message>
        <source>Close the kiosk</source>
        <translation>Arrêter la borne</translation>
    </message>
    <message>
        <source>Close the kiosk?</source>
        <translation>Arrêter la borne&#xa0;?</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Laisser en marche</translation>
    </message>
    <message>
        <source>Visitors cannot use it until somebody starts it again.</source>
        <translation>Les visiteurs ne pourront plus s’en servir tant que personne ne l’aura relancée.</translation>
    </message>
</context>
<context>
    <name>ConsentScreen</name>
    <message>
        <source>Privacy</source>
        <translation>Vie privée</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>The PIN is changed.</source>
        <translation>Le code PIN est modifié.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture en cours…</translation>
    </message>
    <message>
        <source>Written: %s</source>
        <translation>Fichier écrit&#xa0;: %s</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>A PIN has four to eight digits.</source>
        <translation>Un code PIN compte de quatre à huit chiffres.</translation>
    </message>
    <message>
        <source>Anybody would try this one first. Choose another.</source>
        <translation>N’importe qui essaierait ce code en premier. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>No PIN was set. The kiosk asks for it when it starts.</source>
        <translation>Aucun code PIN n’est défini. La borne le demande au démarrage.</translation>
    </message>
    <message>
        <source>This PIN is taken. Choose another.</source>
        <translation>Ce code PIN est déjà pris. Choisissez-en un autre.</translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>Correct the face</source>
        <translation>Corriger le visage</translation>
    </message>
</context>
<context>
    <name>EditListScreen</name>
    <message>
        <source>Choose a painting.</source>
        <translation>Choisissez un tableau.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Edit paintings</source>
        <translation>Retoucher les tableaux</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Here are the changes that were not saved.</source>
        <translation>Voici les modifications qui n’ont pas été enregistrées.</translation>
    </message>
    <message>
        <source>Looking at the painting…</source>
        <translation>Examen du tableau…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Saving… %1 percent</source>
        <translation>Enregistrement… %1 pour cent</translation>
    </message>
    <message>
        <source>The camera does not answer. Check its cable.</source>
        <translation>La caméra ne répond pas. Vérifiez son câble.</translation>
    </message>
</context>
<context>
    <name>EditorScreen</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
    <message>
        <source>In front</source>
        <translation>Devant</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>The camera is on</source>
        <translation>La caméra est allumée</translation>
    </message>
    <message>
        <source>The face, or the whole painting</source>
        <translation>Le visage ou le tableau entier</translation>
    </message>
    <message>
        <source>There is no face in this painting that visitors may step into.</source>
        <translation>Ce tableau n’a aucun visage que les visiteurs puissent prendre.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>FacesPanel</name>
    <message>
        <source>Add a face</source>
        <translation>Ajouter un visage</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>Visage %1 sur %2</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>No face was found. Add one by hand.</source>
        <translation>Aucun visage n’a été trouvé. Ajoutez-en un à la main.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>The face before</source>
        <translation>Le visage précédent</translation>
    </message>
    <message>
        <source>The next face</source>
        <translation>Le visage suivant</translation>
    </message>
    <message>
        <source>Touch the eye at the left of the picture.</source>
        <translation>Touchez l’œil à gauche dans l’image.</translation>
    </message>
    <message>
        <source>Touch the eye at the right of the picture.</source>
        <translation>Touchez l’œil à droite dans l’image.</translation>
    </message>
    <message>
        <source>Touch the left corner of the mouth.</source>
        <translation>Touchez le coin gauche de la bouche.</translation>
    </message>
    <message>
        <source>Touch the right corner of the mouth.</source>
        <translation>Touchez le coin droit de la bouche.</translation>
    </message>
    <message>
        <source>Touch the tip of the nose.</source>
        <translation>Touchez le bout du nez.</translation>
    </message>
    <message>
        <source>Visitors may step in</source>
        <translation>Les visiteurs peuvent le prendre</translation>
    </message>
</context>
<context>
    <name>FiguresDesk</name>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Writing… %1 %</source>
        <translation>Écriture… %1 %</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Écrit&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Glimpse</name>
    <message>
        <source>What the camera sees</source>
        <translation>Ce que voit la caméra</translation>
    </message>
</context>
<context>
    <name>HandoverScreen</name>
    <message>
        <source>Delete my picture</source>
        <translation>Effacer mon image</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>No connection just now. Scan the code all the same: your picture follows as soon as there is one. It waits for %s h.</source>
        <translation>Pas de connexion pour le moment. Scannez quand même le code&#xa0;: votre image suivra dès que possible. Elle attend %s&#xa0;h.</translation>
    </message>
    <message>
        <source>One moment: your picture is on its way.</source>
        <translation>Un instant&#xa0;: votre image est en route.</translation>
    </message>
    <message>
        <source>Photograph your portrait</source>
        <translation>Photographiez votre portrait</translation>
    </message>
    <message>
        <source>QR code that fetches your picture</source>
        <translation>Code QR pour récupérer votre image</translation>
    </message>
    <message>
        <source>Scan the code with the camera of your phone, then touch Start in Telegram.</source>
        <translation>Scannez le code avec l’appareil photo de votre téléphone, puis touchez «&#xa0;Démarrer&#xa0;» dans Telegram.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Emportez-le avec vous</translation>
    </message>
    <message>
        <source>This kiosk cannot send pictures. Photograph the screen with your own phone; when you touch Done, the portrait is wiped here.</source>
        <translation>Cette borne ne peut pas envoyer d’images. Photographiez l’écran avec votre téléphone&#xa0;: dès que vous toucherez «&#xa0;Terminé&#xa0;», le portrait sera effacé ici.</translation>
    </message>
    <message>
        <source>Your picture could not be sent. Photograph the screen with your own phone; when you touch Done, the portrait is wiped here.</source>
        <translation>Votre image n’a pas pu être envoyée. Photographiez l’écran avec votre téléphone&#xa0;: dès que vous toucherez «&#xa0;Terminé&#xa0;», le portrait sera effacé ici.</translation>
    </message>
    <message>
        <source>Your picture is on your phone.</source>
        <translation>Votre image est sur votre téléphone.</translation>
    </message>
    <message>
        <source>Your picture is ready: you can fetch it for %s h.</source>
        <translation>Votre image est prête&#xa0;: vous pouvez la récupérer pendant %s&#xa0;h.</translation>
    </message>
    <message>
        <source>Your portrait</source>
        <translation>Votre portrait</translation>
    </message>
    <message>
        <source>or send this code to %s</source>
        <translation>ou envoyez ce code à&#xa0;%s</translation>
    </message>
    <message>
        <source>or send this code to the bot</source>
        <translation>ou envoyez ce code au bot</translation>
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
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>En ordre</translation>
    </message>
    <message>
        <source>Last errors</source>
        <translation>Dernières erreurs</translation>
    </message>
    <message>
        <source>No errors remembered.</source>
        <translation>Aucune erreur enregistrée.</translation>
    </message>
    <message>
        <source>Pictures to be sent</source>
        <translation>Images à envoyer</translation>
    </message>
    <message>
        <source>Session log</source>
        <translation>Journal des visites</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>USB stick</source>
        <translation>Clé USB</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Attention</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Blank</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Capital letter</source>
        <translation>Majuscule</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Other letters</source>
        <translation>Autres lettres</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>LeavingPanel</name>
    <message>
        <source>Drop them</source>
        <translation>Les abandonner</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Save them</source>
        <translation>Les enregistrer</translation>
    </message>
    <message>
        <source>There are changes that are not saved.</source>
        <translation>Des modifications ne sont pas enregistrées.</translation>
    </message>
</context>
<context>
    <name>LiveScreen</name>
    <message>
        <source>Demonstration: no camera</source>
        <translation>Démonstration&#xa0;: sans caméra</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>LivenessCheck</name>
    <message>
        <source>Please blink, or turn your head a little: then we begin.</source>
        <translation>Clignez des yeux ou tournez un peu la tête&#xa0;: nous commençons.</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>As usual</source>
        <translation>Comme d’habitude</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Demo visitor</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>The visitor&apos;s own complexion</source>
        <translation>Teint du visiteur</translation>
    </message>
    <message>
        <source>The visitor&apos;s own face shape</source>
        <translation>Forme du visage du visiteur</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>comme d’habitude</translation>
    </message>
</context>
<context>
    <name>MaintenanceScreen</name>
    <message>
        <source>It will be open again soon.</source>
        <translation>Elle sera bientôt de nouveau à vous.</translation>
    </message>
    <message>
        <source>This kiosk is being looked after.</source>
        <translation>On prend soin de cette borne.</translation>
    </message>
</context>
<context>
    <name>MakingPage</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>File names alone</source>
        <translation>Noms de fichiers seuls</translation>
    </message>
    <message>
        <source>Its id: %1</source>
        <translation>Son identifiant&#xa0;: %1</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Make a pack</source>
        <translation>Faire un lot</translation>
    </message>
    <message>
        <source>Make and install</source>
        <translation>Faire et installer</translation>
    </message>
    <message>
        <source>Paintings in the folder %1: %2. This is how visitors will read of them. Nothing is changed on the stick.</source>
        <translation>Tableaux dans le dossier %1&#xa0;: %2. Voici ce que les visiteurs en liront. Rien n’est modifié sur la clé.</translation>
    </message>
    <message>
        <source>Paintings whose face should be corrected: %1. Do it here, or later with the pencil beside each painting.</source>
        <translation>Tableaux dont le visage est à corriger&#xa0;: %1. Faites-le ici, ou plus tard avec le crayon à côté de chaque tableau.</translation>
    </message>
    <message>
        <source>There is a pack of this id: this one takes its place, and the one before stays for a way back.</source>
        <translation>Il existe un lot de cet identifiant&#xa0;: celui-ci prend sa place, et le précédent reste pour pouvoir revenir en arrière.</translation>
    </message>
    <message>
        <source>Titles from</source>
        <translation>Titres tirés de</translation>
    </message>
    <message>
        <source>Visitors can choose from it.</source>
        <translation>Les visiteurs peuvent y choisir.</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <source>Broad</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Gomme</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>In front</source>
        <translation>Devant</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Not in front</source>
        <translation>Pas devant</translation>
    </message>
    <message>
        <source>Red stays in front of the visitor, blue does not.</source>
        <translation>Le rouge reste devant le visiteur, le bleu non.</translation>
    </message>
    <message>
        <source>Wipe all away</source>
        <translation>Tout effacer</translation>
    </message>
</context>
<context>
    <name>MuseumsPage</name>
    <message>
        <source>Back to the paintings</source>
        <translation>Retour aux tableaux</translation>
    </message>
    <message>
        <source>Choose portraits with a large face that looks at you.</source>
        <translation>Choisissez des portraits au visage grand et tourné vers vous.</translation>
    </message>
    <message>
        <source>Fetch our %1 famous portraits</source>
        <translation>Télécharger nos %1 portraits célèbres</translation>
    </message>
    <message>
        <source>Fetch what is chosen: %1</source>
        <translation>Télécharger la sélection&#xa0;: %1</translation>
    </message>
    <message>
        <source>From museums</source>
        <translation>Dans les musées</translation>
    </message>
    <message>
        <source>Museums are being asked…</source>
        <translation>Interrogation des musées…</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>Nouvelle recherche</translation>
    </message>
    <message>
        <source>Nothing that may be taken was found.</source>
        <translation>Rien d’utilisable n’a été trouvé.</translation>
    </message>
    <message>
        <source>This kiosk stays off the network. Whoever looks after it can allow it to ask museums: network = true in the section [packs] of the settings file, and contact = an address at which museums can reach you.</source>
        <translation>Cette borne n’utilise pas le réseau. La personne qui s’en occupe peut lui permettre d’interroger des musées&#xa0;: network = true dans la section [packs] du fichier de réglages, et contact = une adresse où les musées peuvent vous joindre.</translation>
    </message>
    <message>
        <source>Works in the public domain, from museums&apos; open collections. The kiosk goes online for it now, and sends nothing but your words.</source>
        <translation>Des œuvres du domaine public, tirées de collections ouvertes de musées. La borne se connecte pour cela et n’envoie que vos mots.</translation>
    </message>
</context>
<context>
    <name>NewPin</name>
    <message>
        <source>%1 to %2 digits</source>
        <translation>De %1 à %2&#xa0;chiffres</translation>
    </message>
    <message>
        <source>Enter the same PIN again</source>
        <translation>Saisissez à nouveau ce code PIN</translation>
    </message>
    <message>
        <source>The two were not the same. Please begin again.</source>
        <translation>Les deux codes sont différents. Veuillez recommencer.</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>A pack can be made of them.</source>
        <translation>On peut en faire un lot.</translation>
    </message>
    <message>
        <source>Another version is installed.</source>
        <translation>Une autre version est installée.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>Install again</source>
        <translation>Réinstaller</translation>
    </message>
    <message>
        <source>Make a pack</source>
        <translation>Faire un lot</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Paintings: %1</source>
        <translation>Tableaux&#xa0;: %1</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>Images&#xa0;: %1</translation>
    </message>
    <message>
        <source>This version is installed already.</source>
        <translation>Cette version est déjà installée.</translation>
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
        <translation>Elle reviendra d’elle-même.</translation>
    </message>
    <message>
        <source>This kiosk takes a short rest.</source>
        <translation>Cette borne fait une petite pause.</translation>
    </message>
</context>
<context>
    <name>PackLine</name>
    <message>
        <source>%1: further down</source>
        <translation>%1&#xa0;: plus bas</translation>
    </message>
    <message>
        <source>%1: further up</source>
        <translation>%1&#xa0;: plus haut</translation>
    </message>
    <message>
        <source>%1: remove</source>
        <translation>%1&#xa0;: retirer</translation>
    </message>
    <message>
        <source>%1: visitors see it</source>
        <translation>%1&#xa0;: visible pour les visiteurs</translation>
    </message>
    <message>
        <source>Back to version %1</source>
        <translation>Revenir à la version %1</translation>
    </message>
    <message>
        <source>Came with the kiosk</source>
        <translation>Fourni avec la borne</translation>
    </message>
    <message>
        <source>Paintings: %1</source>
        <translation>Tableaux&#xa0;: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
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
        <translation>Retour aux tableaux</translation>
    </message>
    <message>
        <source>No pack of paintings was found.</source>
        <translation>Aucun lot de tableaux n’a été trouvé.</translation>
    </message>
    <message>
        <source>Packs of paintings</source>
        <translation>Lots de tableaux</translation>
    </message>
    <message>
        <source>Visitors see the packs that are switched on, in this order.</source>
        <translation>Les visiteurs voient les lots activés, dans cet ordre.</translation>
    </message>
</context>
<context>
    <name>PageTurner</name>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
</context>
<context>
    <name>PaintingLine</name>
    <message>
        <source>%1: edit</source>
        <translation>%1&#xa0;: retoucher</translation>
    </message>
    <message>
        <source>%1: further down</source>
        <translation>%1&#xa0;: plus bas</translation>
    </message>
    <message>
        <source>%1: further up</source>
        <translation>%1&#xa0;: plus haut</translation>
    </message>
    <message>
        <source>%1: visitors may choose it</source>
        <translation>%1&#xa0;: au choix des visiteurs</translation>
    </message>
    <message>
        <source>Nobody can step into it: no face was found</source>
        <translation>Personne ne peut y entrer&#xa0;: aucun visage trouvé</translation>
    </message>
</context>
<context>
    <name>PaintingsPage</name>
    <message>
        <source>Add paintings</source>
        <translation>Ajouter des tableaux</translation>
    </message>
    <message>
        <source>At least one painting has to stay switched on.</source>
        <translation>Au moins un tableau doit rester activé.</translation>
    </message>
    <message>
        <source>From museums</source>
        <translation>Dans les musées</translation>
    </message>
    <message>
        <source>No pack of paintings was found.</source>
        <translation>Aucun lot de tableaux n’a été trouvé.</translation>
    </message>
    <message>
        <source>Packs of paintings</source>
        <translation>Lots de tableaux</translation>
    </message>
    <message>
        <source>Packs of paintings on the USB stick: %1</source>
        <translation>Lots de tableaux sur la clé USB&#xa0;: %1</translation>
    </message>
    <message>
        <source>Visitors see what is switched on, in this order.</source>
        <translation>Les visiteurs voient ce qui est activé, dans cet ordre.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Digits entered: %1</source>
        <translation>Chiffres saisis&#xa0;: %1</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>PIN pad</source>
        <translation>Clavier du code PIN</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>New PIN for staff</source>
        <translation>Nouveau code PIN du personnel</translation>
    </message>
    <message>
        <source>New PIN for the owner</source>
        <translation>Nouveau code PIN du responsable</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>For the people who look after this kiosk.</source>
        <translation>Pour celles et ceux qui s’occupent de cette borne.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>Code PIN du personnel</translation>
    </message>
    <message>
        <source>That PIN is wrong. Please try again.</source>
        <translation>Ce code PIN est incorrect. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. The next try is possible in %1 s.</source>
        <translation>Trop de codes erronés. Prochain essai possible dans %1&#xa0;s.</translation>
    </message>
</context>
<context>
    <name>PointsPanel</name>
    <message>
        <source>Drag a point to where it belongs; its neighbours follow. Zoom in with two fingers for more points.</source>
        <translation>Tirez un point à sa place&#xa0;; ses voisins suivent. Agrandissez avec deux doigts pour voir plus de points.</translation>
    </message>
    <message>
        <source>Put the points back</source>
        <translation>Remettre les points</translation>
    </message>
</context>
<context>
    <name>PoseGuide</name>
    <message>
        <source>How the painted head is turned</source>
        <translation>Comment la tête peinte est tournée</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Visitors do not step into this face.</source>
        <translation>Les visiteurs ne prennent pas ce visage.</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Further problems: %1</source>
        <translation>Autres problèmes&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Ranges</name>
    <message>
        <source>1 year</source>
        <translation>1 an</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 mois</translation>
    </message>
    <message>
        <source>3 years</source>
        <translation>3 ans</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 semaines</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>RemovePanel</name>
    <message>
        <source>Its paintings go, all versions of them. To have them back the pack has to be installed again.</source>
        <translation>Ses tableaux disparaissent, dans toutes leurs versions. Pour les retrouver, il faudra réinstaller le lot.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Retirer %1&#xa0;?</translation>
    </message>
</context>
<context>
    <name>ReportPlate</name>
    <message>
        <source>%1 is installed. Paintings: %2</source>
        <translation>%1 est installé. Tableaux&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 was not installed; nothing has changed.</source>
        <translation>%1 n’a pas été installé&#xa0;; rien n’a changé.</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>%1 lost</source>
        <translation>%1 perdues</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>du %1 au %2</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>A accepté</translation>
    </message>
    <message>
        <source>Agreed to the camera</source>
        <translation>Accord pour la caméra</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilité</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Busiest day</source>
        <translation>Jour le plus fréquenté</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Revenues</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <source>Chose a painting</source>
        <translation>A choisi un tableau</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Définition</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Définitions</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>Personnes différentes</translation>
    </message>
    <message>
        <source>Drop-off</source>
        <translation>Abandon</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Panne</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Pannes</translation>
    </message>
    <message>
        <source>First week</source>
        <translation>Première semaine</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>Hours of maintenance</source>
        <translation>Heures de maintenance</translation>
    </message>
    <message>
        <source>Hours open</source>
        <translation>Heures d’ouverture</translation>
    </message>
    <message>
        <source>Hours out of order</source>
        <translation>Heures hors service</translation>
    </message>
    <message>
        <source>Hours with the staff</source>
        <translation>Heures avec le personnel</translation>
    </message>
    <message>
        <source>How far visits go</source>
        <translation>Jusqu’où vont les visites</translation>
    </message>
    <message>
        <source>In 30 days (MAU)</source>
        <translation>En 30 jours (MAU)</translation>
    </message>
    <message>
        <source>In 7 days (WAU)</source>
        <translation>En 7 jours (WAU)</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incomplet</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompu</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardés</translation>
    </message>
    <message>
        <source>Kept it</source>
        <translation>L’a gardé</translation>
    </message>
    <message>
        <source>Kept of tried</source>
        <translation>Gardés par essai</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Borne</translation>
    </message>
    <message>
        <source>Kiosks</source>
        <translation>Bornes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>Parties avant la fin</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Length of a visit</source>
        <translation>Durée d’une visite</translation>
    </message>
    <message>
        <source>Length of a visit with a portrait</source>
        <translation>Durée d’une visite avec portrait</translation>
    </message>
    <message>
        <source>Length of visits</source>
        <translation>Durée des visites</translation>
    </message>
    <message>
        <source>Lighter columns and lines in italics are not complete: days are missing, or not over.</source>
        <translation>Les colonnes plus claires et les lignes en italique sont incomplètes&#xa0;: des jours manquent ou ne sont pas terminés.</translation>
    </message>
    <message>
        <source>Living pictures per second</source>
        <translation>Images vivantes par seconde</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdues</translation>
    </message>
    <message>
        <source>Made on %1.</source>
        <translation>Établi le %1.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Indicateur</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Lundi</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>No figure comes from a face. The kiosk recognises nobody.</source>
        <translation>Aucun chiffre ne provient d’un visage. La borne ne reconnaît personne.</translation>
    </message>
    <message>
        <source>Nothing in this range.</source>
        <translation>Rien sur cette période.</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Proposés</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Heures de service</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>Paintings tried per visit</source>
        <translation>Tableaux essayés par visite</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Paiements</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>People can be counted only where the bot hands pictures over: its database is not available here.</source>
        <translation>Les personnes ne peuvent être comptées que là où le bot remet les images&#xa0;: sa base de données n’est pas disponible ici.</translation>
    </message>
    <message>
        <source>People in 30 days (MAU)</source>
        <translation>Personnes en 30 jours (MAU)</translation>
    </message>
    <message>
        <source>People in 7 days (WAU)</source>
        <translation>Personnes en 7 jours (WAU)</translation>
    </message>
    <message>
        <source>People per day (DAU)</source>
        <translation>Personnes par jour (DAU)</translation>
    </message>
    <message>
        <source>People who came back</source>
        <translation>Personnes revenues</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>Récupérés</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Pictures offered</source>
        <translation>Images proposées</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>Images par seconde</translation>
    </message>
    <message>
        <source>Pictures per second, slowest tenth of visits</source>
        <translation>Images par seconde, dixième le plus lent des visites</translation>
    </message>
    <message>
        <source>Pictures picked up</source>
        <translation>Images récupérées</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>Portraits</translation>
    </message>
    <message>
        <source>Portraits kept</source>
        <translation>Portraits gardés</translation>
    </message>
    <message>
        <source>Portraits taken again</source>
        <translation>Portraits refaits</translation>
    </message>
    <message>
        <source>Pressed the shutter</source>
        <translation>A déclenché</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Retakes per visit</source>
        <translation>Reprises par visite</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Fidélité</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Recettes</translation>
    </message>
    <message>
        <source>Saw the portrait</source>
        <translation>A vu le portrait</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Share of pictures picked up</source>
        <translation>Part des images récupérées</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Stickiness</source>
        <translation>Assiduité</translation>
    </message>
    <message>
        <source>Stickiness (DAU / MAU)</source>
        <translation>Assiduité (DAU / MAU)</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>The week by the hour</source>
        <translation>La semaine heure par heure</translation>
    </message>
    <message>
        <source>Time until pick-up</source>
        <translation>Délai de récupération</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>Trop long</translation>
    </message>
    <message>
        <source>Touched the screen</source>
        <translation>A touché l’écran</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Essayés</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Visitor figures</source>
        <translation>Chiffres de fréquentation</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visites</translation>
    </message>
    <message>
        <source>Visits and portraits</source>
        <translation>Visites et portraits</translation>
    </message>
    <message>
        <source>Visits ended by a failure</source>
        <translation>Visites terminées par une panne</translation>
    </message>
    <message>
        <source>Visits in an hour, on average: the stronger the colour, the more.</source>
        <translation>Visites en une heure, en moyenne&#xa0;: plus la couleur est forte, plus il y en a.</translation>
    </message>
    <message>
        <source>Visits per day</source>
        <translation>Visites par jour</translation>
    </message>
    <message>
        <source>Visits with a portrait</source>
        <translation>Visites avec portrait</translation>
    </message>
    <message>
        <source>Visits with an impossible date, because the clock was wrong: %1. They are not counted here.</source>
        <translation>Visites à une date impossible, parce que l’horloge était fausse&#xa0;: %1. Elles ne sont pas comptées ici.</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Jour de la semaine</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Semaines</translation>
    </message>
    <message>
        <source>Weeks after the first pick-up</source>
        <translation>Semaines après la première récupération</translation>
    </message>
    <message>
        <source>Who comes back</source>
        <translation>Qui revient</translation>
    </message>
    <message>
        <source>With a portrait</source>
        <translation>Avec portrait</translation>
    </message>
    <message>
        <source>compared with the %1 days before</source>
        <translation>comparé aux %1 jours précédents</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>non disponible</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Again</source>
        <translation>Refaire</translation>
    </message>
    <message>
        <source>Another painting</source>
        <translation>Autre tableau</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>L’original</translation>
    </message>
    <message>
        <source>Touch and hold to compare</source>
        <translation>Gardez le doigt posé pour comparer</translation>
    </message>
    <message>
        <source>Tries left: %d</source>
        <translation>Essais restants&#xa0;:&#xa0;%d</translation>
    </message>
    <message>
        <source>Your portrait</source>
        <translation>Votre portrait</translation>
    </message>
    <message>
        <source>Your portrait is finished</source>
        <translation>Votre portrait est terminé</translation>
    </message>
</context>
<context>
    <name>SearchPlate</name>
    <message>
        <source>All museums</source>
        <translation>Tous les musées</translation>
    </message>
    <message>
        <source>Title or artist</source>
        <translation>Titre ou artiste</translation>
    </message>
</context>
<context>
    <name>SettingLine</name>
    <message>
        <source>%1: less</source>
        <translation>%1&#xa0;: moins</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1&#xa0;: plus</translation>
    </message>
    <message>
        <source>Decided outside by %1</source>
        <translation>Fixé de l’extérieur par %1</translation>
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
        <translation>Un visiteur inactif est oublié après</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Tous ensemble</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>Caméra %1</translation>
    </message>
    <message>
        <source>Countdown before the portrait</source>
        <translation>Compte à rebours avant le portrait</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Démonstration</translation>
    </message>
    <message>
        <source>First camera</source>
        <translation>Première caméra</translation>
    </message>
    <message>
        <source>Hints during the pose</source>
        <translation>Conseils pendant la pose</translation>
    </message>
    <message>
        <source>How faces are painted</source>
        <translation>Comment les visages sont peints</translation>
    </message>
    <message>
        <source>How often a portrait may be taken again</source>
        <translation>Combien de fois un portrait peut être refait</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Hybride</translation>
    </message>
    <message>
        <source>Language at the start of a visit</source>
        <translation>Langue au début d’une visite</translation>
    </message>
    <message>
        <source>Less motion on the screen</source>
        <translation>Moins de mouvement à l’écran</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>Un à la fois</translation>
    </message>
    <message>
        <source>Our own engine</source>
        <translation>Notre propre moteur</translation>
    </message>
    <message>
        <source>Show how the painted head is turned</source>
        <translation>Montrer comment la tête peinte est tournée</translation>
    </message>
    <message>
        <source>The portrait takes itself when the pose matches</source>
        <translation>Le portrait se prend tout seul quand la pose correspond</translation>
    </message>
</context>
<context>
    <name>SetupScreen</name>
    <message>
        <source>Choose a PIN for the owner</source>
        <translation>Choisissez un code PIN pour le responsable</translation>
    </message>
    <message>
        <source>Later – just try it</source>
        <translation>Plus tard&#xa0;– juste essayer</translation>
    </message>
    <message>
        <source>The PIN opens the staff area: paintings, figures and settings.</source>
        <translation>Le code PIN ouvre l’espace du personnel&#xa0;: tableaux, chiffres et réglages.</translation>
    </message>
    <message>
        <source>Until a PIN is chosen, the staff area stays shut and Escape closes the kiosk.</source>
        <translation>Tant qu’aucun code PIN n’est choisi, l’espace du personnel reste fermé et la touche Échap arrête la borne.</translation>
    </message>
    <message>
        <source>Visitors choose a painting on this screen and see their own living face in it.</source>
        <translation>Sur cet écran, les visiteurs choisissent un tableau et y voient leur propre visage prendre vie.</translation>
    </message>
    <message>
        <source>Welcome to Vernissage</source>
        <translation>Bienvenue dans Vernissage</translation>
    </message>
</context>
<context>
    <name>ShutterButton</name>
    <message>
        <source>Take the portrait</source>
        <translation>Prendre le portrait</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>Look into the camera and touch again</source>
        <translation>Regardez la caméra et touchez de nouveau</translation>
    </message>
    <message>
        <source>Painting your portrait…</source>
        <translation>Nous peignons votre portrait…</translation>
    </message>
    <message>
        <source>Please come before the camera yourself.</source>
        <translation>Merci de venir vous-même devant la caméra.</translation>
    </message>
    <message>
        <source>Step in front of the camera</source>
        <translation>Placez-vous devant la caméra</translation>
    </message>
    <message>
        <source>This painting cannot be shown just now.</source>
        <translation>Ce tableau ne peut pas être montré pour le moment.</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Back to visitors</source>
        <translation>Retour aux visiteurs</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Owner&apos;s area</source>
        <translation>Espace du responsable</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Staff area</source>
        <translation>Espace du personnel</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous toujours là&#xa0;?</translation>
    </message>
    <message>
        <source>Everything of you is wiped when the time is up.</source>
        <translation>Une fois le temps écoulé, tout ce qui vient de vous sera effacé.</translation>
    </message>
    <message>
        <source>I am here</source>
        <translation>Je suis là</translation>
    </message>
</context>
<context>
    <name>Stockroom</name>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message>
        <source>Change the owner&apos;s PIN</source>
        <translation>Modifier le code PIN du responsable</translation>
    </message>
    <message>
        <source>Change the staff PIN</source>
        <translation>Modifier le code PIN du personnel</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>Arrêter la borne</translation>
    </message>
    <message>
        <source>Folder for the log bundle</source>
        <translation>Dossier pour l’archive des journaux</translation>
    </message>
    <message>
        <source>Log bundle</source>
        <translation>Archive des journaux</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Entretien</translation>
    </message>
    <message>
        <source>Notes of the kiosk for support. They hold no picture of anybody.</source>
        <translation>Notes de la borne pour l’assistance. Elles ne contiennent l’image de personne.</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>Codes PIN</translation>
    </message>
    <message>
        <source>The kiosk</source>
        <translation>La borne</translation>
    </message>
    <message>
        <source>There is no folder to write into. Plug in a memory stick.</source>
        <translation>Il n’y a aucun dossier où écrire. Branchez une clé USB.</translation>
    </message>
    <message>
        <source>Visitors see a sign instead of the paintings.</source>
        <translation>Les visiteurs voient un panneau à la place des tableaux.</translation>
    </message>
    <message>
        <source>Write the log bundle</source>
        <translation>Écrire l’archive des journaux</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Enjoy the museum.</source>
        <translation>Bonne visite du musée.</translation>
    </message>
    <message>
        <source>Nothing of you remains here. The locked copy that was sent is deleted as soon as there is a connection.</source>
        <translation>Il ne reste rien de vous ici. La copie chiffrée déjà envoyée sera effacée dès qu’il y aura une connexion.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Merci.</translation>
    </message>
    <message>
        <source>The frame is empty again. A locked copy waits for your phone: only your code opens it.</source>
        <translation>Le cadre est de nouveau vide. Une copie chiffrée attend votre téléphone&#xa0;: seul votre code l’ouvre.</translation>
    </message>
    <message>
        <source>The frame is empty again: nothing of you remains here.</source>
        <translation>Le cadre est de nouveau vide&#xa0;: il ne reste rien de vous ici.</translation>
    </message>
    <message>
        <source>Touch to go on</source>
        <translation>Touchez pour continuer</translation>
    </message>
    <message>
        <source>Your picture is deleted.</source>
        <translation>Votre image est effacée.</translation>
    </message>
</context>
<context>
    <name>TitlePlate</name>
    <message>
        <source>Title of the pack</source>
        <translation>Titre du lot</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>A visit, in minutes</source>
        <translation>Une visite, en minutes</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Refus</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimés</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>Portraits</translation>
    </message>
    <message>
        <source>Portraits by painting</source>
        <translation>Portraits par tableau</translation>
    </message>
    <message>
        <source>Taken again</source>
        <translation>Refaits</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visites</translation>
    </message>
    <message>
        <source>Visits by hour</source>
        <translation>Visites par heure</translation>
    </message>
    <message>
        <source>Walked away</source>
        <translation>Partis</translation>
    </message>
</context>
<context>
    <name>TrendsPage</name>
    <message>
        <source>A spreadsheet with charts and a report to print, of this range.</source>
        <translation>Un tableur avec des graphiques et un rapport à imprimer, pour cette période.</translation>
    </message>
    <message>
        <source>Folder for the figures</source>
        <translation>Dossier pour les chiffres</translation>
    </message>
    <message>
        <source>Take the figures along</source>
        <translation>Emporter les chiffres</translation>
    </message>
    <message>
        <source>There is no folder to write into. Plug in a memory stick.</source>
        <translation>Il n’y a aucun dossier où écrire. Branchez une clé USB.</translation>
    </message>
    <message>
        <source>Write the figures</source>
        <translation>Écrire les chiffres</translation>
    </message>
</context>
<context>
    <name>TroubleWatch</name>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>The camera does not answer. It will go on by itself.</source>
        <translation>La caméra ne répond pas. Cela reprendra tout seul.</translation>
    </message>
    <message>
        <source>The camera sees nothing. Please tell the staff.</source>
        <translation>La caméra ne voit rien. Merci de prévenir le personnel.</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Cannot be used.</source>
        <translation>Inutilisable.</translation>
    </message>
    <message>
        <source>Much of the face is covered: %1 percent; up to %2 is good.</source>
        <translation>Une grande part du visage est couverte&#xa0;: %1 pour cent&#xa0;; jusqu’à %2, c’est bien.</translation>
    </message>
    <message>
        <source>No face was found. Add one by hand.</source>
        <translation>Aucun visage n’a été trouvé. Ajoutez-en un à la main.</translation>
    </message>
    <message>
        <source>Some points would fold the face and were held back.</source>
        <translation>Certains points plieraient le visage et ont été retenus.</translation>
    </message>
    <message>
        <source>Suits badly.</source>
        <translation>Convient mal.</translation>
    </message>
    <message>
        <source>Suits well.</source>
        <translation>Convient bien.</translation>
    </message>
    <message>
        <source>The face is blurred: it has the detail of %1 pixels; %2 would be good.</source>
        <translation>Le visage est flou&#xa0;: il a le détail de %1 pixels&#xa0;; %2 seraient bien.</translation>
    </message>
    <message>
        <source>The face is small in the picture: %1 pixels wide; %2 would be good.</source>
        <translation>Le visage est petit dans l’image&#xa0;: %1 pixels de large&#xa0;; %2 seraient bien.</translation>
    </message>
    <message>
        <source>The face will be small on the screen: %1 pixels wide; %2 would be good.</source>
        <translation>Le visage sera petit à l’écran&#xa0;: %1 pixels de large&#xa0;; %2 seraient bien.</translation>
    </message>
    <message>
        <source>The features of the face are only roughly known. Check the points.</source>
        <translation>Les traits du visage ne sont connus qu’à peu près. Vérifiez les points.</translation>
    </message>
    <message>
        <source>The head is turned far aside: %1 degrees; up to %2 is good.</source>
        <translation>La tête est très tournée&#xa0;: %1 degrés&#xa0;; jusqu’à %2, c’est bien.</translation>
    </message>
    <message>
        <source>The kiosk hardly sees a face here. Check the points.</source>
        <translation>La borne voit à peine un visage ici. Vérifiez les points.</translation>
    </message>
    <message>
        <source>The picture is small: %1 pixels; %2 would be good.</source>
        <translation>L’image est petite&#xa0;: %1 pixels&#xa0;; %2 seraient bien.</translation>
    </message>
    <message>
        <source>There are %1 faces; at most %2 visitors are followed.</source>
        <translation>Il y a %1 visages&#xa0;; %2 visiteurs au plus sont suivis.</translation>
    </message>
    <message>
        <source>These points cannot be a face. Mark it again.</source>
        <translation>Ces points ne peuvent pas être un visage. Marquez-le à nouveau.</translation>
    </message>
    <message>
        <source>Usable.</source>
        <translation>Utilisable.</translation>
    </message>
    <message>
        <source>Visitors cannot step into any of the faces.</source>
        <translation>Les visiteurs ne peuvent prendre aucun des visages.</translation>
    </message>
</context>
<context>
    <name>WorkPlate</name>
    <message>
        <source>%1 is being copied</source>
        <translation>Copie de %1</translation>
    </message>
    <message>
        <source>%1 is being fetched</source>
        <translation>Téléchargement de %1</translation>
    </message>
    <message>
        <source>%1 is being made of the pictures</source>
        <translation>%1 est en cours de création à partir des images</translation>
    </message>
    <message>
        <source>%1 is being unpacked</source>
        <translation>Décompression de %1</translation>
    </message>
    <message>
        <source>Leave the stick in until it is done.</source>
        <translation>Laissez la clé branchée jusqu’à la fin.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
    <message>
        <source>The faces in %1 are being looked for</source>
        <translation>Recherche des visages de %1</translation>
    </message>
    <message>
        <source>The pictures of %1 are being checked</source>
        <translation>Vérification des images de %1</translation>
    </message>
    <message>
        <source>This may take a while. What is there already stays.</source>
        <translation>Cela peut prendre du temps. Ce qui est déjà là reste.</translation>
    </message>
</context>
</TS>
