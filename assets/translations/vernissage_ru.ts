<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AdvicePlate</name>
    <message>
        <source>Come a little closer</source>
        <translation>Подойдите чуть ближе</translation>
    </message>
    <message>
        <source>It is too dark here</source>
        <translation>Здесь слишком темно</translation>
    </message>
    <message>
        <source>Look this way</source>
        <translation>Посмотрите сюда</translation>
    </message>
    <message>
        <source>Room for %1: bring somebody in</source>
        <translation>Хватит места на %1: зовите друзей</translation>
    </message>
    <message>
        <source>Step back a little</source>
        <translation>Отступите чуть назад</translation>
    </message>
    <message>
        <source>Step in front of the camera</source>
        <translation>Встаньте перед камерой</translation>
    </message>
</context>
<context>
    <name>AgeScreen</name>
    <message>
        <source>Another painting</source>
        <translation>Другая картина</translation>
    </message>
    <message>
        <source>I am %1 or older</source>
        <translation>Мне есть %1</translation>
    </message>
    <message>
        <source>This painting is meant for visitors from the age of %1.</source>
        <translation>Эта картина&#xa0;— для посетителей %1+.</translation>
    </message>
    <message>
        <source>Your answer is kept nowhere.</source>
        <translation>Ваш ответ нигде не сохраняется.</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Privacy</source>
        <translation>О ваших данных</translation>
    </message>
    <message>
        <source>Step into a painting</source>
        <translation>Войдите в картину</translation>
    </message>
    <message>
        <source>Touch the screen</source>
        <translation>Коснитесь экрана</translation>
    </message>
</context>
<context>
    <name>BringPage</name>
    <message>
        <source>Add paintings</source>
        <translation>Добавить картины</translation>
    </message>
    <message>
        <source>Back to the paintings</source>
        <translation>Назад к картинам</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Искать снова</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Идёт поиск…</translation>
    </message>
    <message>
        <source>Nothing was found in: %1. Put your pictures into a folder on a USB stick, beside them a spreadsheet of their titles if you have one, plug it in and wait a moment. Finished packs do as well.</source>
        <translation>Ничего не найдено в: %1. Положите изображения в папку на флеш-накопителе, рядом&#xa0;— таблицу с их названиями, если она есть, вставьте его и немного подождите. Готовые наборы тоже подойдут.</translation>
    </message>
    <message>
        <source>Plug in a USB stick with a pack or a folder of pictures and wait a moment.</source>
        <translation>Вставьте флеш-накопитель с набором или папкой изображений и немного подождите.</translation>
    </message>
    <message>
        <source>This was found in: %1</source>
        <translation>Вот что найдено в: %1</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>From the age of %1</source>
        <translation>Возраст %1+</translation>
    </message>
    <message>
        <source>Room for %1</source>
        <translation>Места: %1</translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Choose your painting</source>
        <translation>Выберите картину</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Другие</translation>
    </message>
    <message>
        <source>There is nothing to choose from at the moment.</source>
        <translation>Сейчас выбирать не&#xa0;из&#xa0;чего.</translation>
    </message>
</context>
<context>
    <name>ClosePanel</name>
    <message>
        <source>Close the kiosk</source>
        <translation>Закрыть киоск</translation>
    </message>
    <message>
        <source>Close the kiosk?</source>
        <translation>Закрыть киоск?</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Не&#xa0;закрывать</translation>
    </message>
    <message>
        <source>Visitors cannot use it until somebody starts it again.</source>
        <translation>Посетители не&#xa0;смогут им пользоваться, пока кто-нибудь не&#xa0;запустит его снова.</translation>
    </message>
</context>
<context>
    <name>ConsentScreen</name>
    <message>
        <source>Privacy</source>
        <translation>О ваших данных</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>The PIN is changed.</source>
        <translation>PIN-код изменён.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Идёт запись…</translation>
    </message>
    <message>
        <source>Written: %s</source>
        <translation>Записано: %s</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>A PIN has four to eight digits.</source>
        <translation>PIN-код состоит из&#xa0;4–8&#xa0;цифр.</translation>
    </message>
    <message>
        <source>Anybody would try this one first. Choose another.</source>
        <translation>Такой код любой попробует первым. Выберите другой.</translation>
    </message>
    <message>
        <source>No PIN was set. The kiosk asks for it when it starts.</source>
        <translation>PIN-код не&#xa0;задан. Киоск спросит его при запуске.</translation>
    </message>
    <message>
        <source>This PIN is taken. Choose another.</source>
        <translation>Этот PIN-код уже занят. Выберите другой.</translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>Correct the face</source>
        <translation>Исправить лицо</translation>
    </message>
</context>
<context>
    <name>EditListScreen</name>
    <message>
        <source>Choose a painting.</source>
        <translation>Выберите картину.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Edit paintings</source>
        <translation>Правка картин</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Here are the changes that were not saved.</source>
        <translation>Здесь изменения, которые не были сохранены.</translation>
    </message>
    <message>
        <source>Looking at the painting…</source>
        <translation>Картина изучается…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохранение…</translation>
    </message>
    <message>
        <source>Saving… %1 percent</source>
        <translation>Сохранение… %1 процентов</translation>
    </message>
    <message>
        <source>The camera does not answer. Check its cable.</source>
        <translation>Камера не отвечает. Проверьте её кабель.</translation>
    </message>
</context>
<context>
    <name>EditorScreen</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Лица</translation>
    </message>
    <message>
        <source>In front</source>
        <translation>Впереди</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Точки</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>The camera is on</source>
        <translation>Камера включена</translation>
    </message>
    <message>
        <source>The face, or the whole painting</source>
        <translation>Лицо или вся картина</translation>
    </message>
    <message>
        <source>There is no face in this painting that visitors may step into.</source>
        <translation>На этой картине нет лица, в котором могли бы оказаться посетители.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>FacesPanel</name>
    <message>
        <source>Add a face</source>
        <translation>Добавить лицо</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>Лицо %1 из %2</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>No face was found. Add one by hand.</source>
        <translation>Лицо не найдено. Добавьте его вручную.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>The face before</source>
        <translation>Предыдущее лицо</translation>
    </message>
    <message>
        <source>The next face</source>
        <translation>Следующее лицо</translation>
    </message>
    <message>
        <source>Touch the eye at the left of the picture.</source>
        <translation>Коснитесь глаза, который на картине слева.</translation>
    </message>
    <message>
        <source>Touch the eye at the right of the picture.</source>
        <translation>Коснитесь глаза, который на картине справа.</translation>
    </message>
    <message>
        <source>Touch the left corner of the mouth.</source>
        <translation>Коснитесь левого уголка рта.</translation>
    </message>
    <message>
        <source>Touch the right corner of the mouth.</source>
        <translation>Коснитесь правого уголка рта.</translation>
    </message>
    <message>
        <source>Touch the tip of the nose.</source>
        <translation>Коснитесь кончика носа.</translation>
    </message>
    <message>
        <source>Visitors may step in</source>
        <translation>Посетителям можно сюда</translation>
    </message>
</context>
<context>
    <name>FiguresDesk</name>
    <message>
        <source>Writing…</source>
        <translation>Идёт запись…</translation>
    </message>
    <message>
        <source>Writing… %1 %</source>
        <translation>Идёт запись… %1 %</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Записано: %1</translation>
    </message>
</context>
<context>
    <name>Glimpse</name>
    <message>
        <source>What the camera sees</source>
        <translation>Что видит камера</translation>
    </message>
</context>
<context>
    <name>HandoverScreen</name>
    <message>
        <source>Delete my picture</source>
        <translation>Удалить мой портрет</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>No connection just now. Scan the code all the same: your picture follows as soon as there is one. It waits for %s h.</source>
        <translation>Сейчас нет связи. Всё равно отсканируйте код: портрет придёт, как только связь появится. Он ждёт %s ч.</translation>
    </message>
    <message>
        <source>One moment: your picture is on its way.</source>
        <translation>Минутку: ваш портрет уже в пути.</translation>
    </message>
    <message>
        <source>Photograph your portrait</source>
        <translation>Сфотографируйте свой портрет</translation>
    </message>
    <message>
        <source>QR code that fetches your picture</source>
        <translation>QR-код, по которому вы получите портрет</translation>
    </message>
    <message>
        <source>Scan the code with the camera of your phone, then touch Start in Telegram.</source>
        <translation>Наведите камеру телефона на код и нажмите «Запустить» в&#xa0;Telegram.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Возьмите портрет с&#xa0;собой</translation>
    </message>
    <message>
        <source>This kiosk cannot send pictures. Photograph the screen with your own phone; when you touch Done, the portrait is wiped here.</source>
        <translation>Этот киоск не&#xa0;умеет отправлять изображения. Сфотографируйте экран своим телефоном: как только вы нажмёте «Готово», портрет здесь будет стёрт.</translation>
    </message>
    <message>
        <source>Your picture could not be sent. Photograph the screen with your own phone; when you touch Done, the portrait is wiped here.</source>
        <translation>Портрет не&#xa0;удалось отправить. Сфотографируйте экран своим телефоном: как только вы нажмёте «Готово», портрет здесь будет стёрт.</translation>
    </message>
    <message>
        <source>Your picture is on your phone.</source>
        <translation>Портрет уже в вашем телефоне.</translation>
    </message>
    <message>
        <source>Your picture is ready: you can fetch it for %s h.</source>
        <translation>Портрет готов: его можно получить в течение %s ч.</translation>
    </message>
    <message>
        <source>Your portrait</source>
        <translation>Ваш портрет</translation>
    </message>
    <message>
        <source>or send this code to %s</source>
        <translation>или отправьте этот код боту %s</translation>
    </message>
    <message>
        <source>or send this code to the bot</source>
        <translation>или отправьте этот код боту</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Bot</source>
        <translation>Бот</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Камера</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Диск</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Движок</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>В&#xa0;порядке</translation>
    </message>
    <message>
        <source>Last errors</source>
        <translation>Последние ошибки</translation>
    </message>
    <message>
        <source>No errors remembered.</source>
        <translation>Ошибок не&#xa0;было.</translation>
    </message>
    <message>
        <source>Pictures to be sent</source>
        <translation>Портреты на отправку</translation>
    </message>
    <message>
        <source>Session log</source>
        <translation>Журнал посещений</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>USB stick</source>
        <translation>Флеш-накопитель</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Внимание</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Blank</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Capital letter</source>
        <translation>Заглавная буква</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Стереть</translation>
    </message>
    <message>
        <source>Other letters</source>
        <translation>Другие буквы</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Найти</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
</context>
<context>
    <name>LeavingPanel</name>
    <message>
        <source>Drop them</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Продолжить правку</translation>
    </message>
    <message>
        <source>Save them</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>There are changes that are not saved.</source>
        <translation>Есть несохранённые изменения.</translation>
    </message>
</context>
<context>
    <name>LiveScreen</name>
    <message>
        <source>Demonstration: no camera</source>
        <translation>Демонстрация: без&#xa0;камеры</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Выйти</translation>
    </message>
</context>
<context>
    <name>LivenessCheck</name>
    <message>
        <source>Please blink, or turn your head a little: then we begin.</source>
        <translation>Моргните или слегка поверните голову, и мы начнём.</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>As usual</source>
        <translation>Как обычно</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Камера</translation>
    </message>
    <message>
        <source>Demo visitor</source>
        <translation>Демо</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никто</translation>
    </message>
    <message>
        <source>The visitor&apos;s own complexion</source>
        <translation>Цвет кожи посетителя</translation>
    </message>
    <message>
        <source>The visitor&apos;s own face shape</source>
        <translation>Форма лица посетителя</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>как обычно</translation>
    </message>
</context>
<context>
    <name>MaintenanceScreen</name>
    <message>
        <source>It will be open again soon.</source>
        <translation>Скоро он снова заработает.</translation>
    </message>
    <message>
        <source>This kiosk is being looked after.</source>
        <translation>Этот киоск приводят в&#xa0;порядок.</translation>
    </message>
</context>
<context>
    <name>MakingPage</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>File names alone</source>
        <translation>Только имена файлов</translation>
    </message>
    <message>
        <source>Its id: %1</source>
        <translation>Его идентификатор: %1</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Идёт просмотр…</translation>
    </message>
    <message>
        <source>Make a pack</source>
        <translation>Собрать набор</translation>
    </message>
    <message>
        <source>Make and install</source>
        <translation>Собрать и установить</translation>
    </message>
    <message>
        <source>Paintings in the folder %1: %2. This is how visitors will read of them. Nothing is changed on the stick.</source>
        <translation>Картин в папке %1: %2. Так о них прочтут посетители. На накопителе ничего не меняется.</translation>
    </message>
    <message>
        <source>Paintings whose face should be corrected: %1. Do it here, or later with the pencil beside each painting.</source>
        <translation>Картин, где стоит исправить лицо: %1. Сделайте это здесь или позже, карандашом рядом с картиной.</translation>
    </message>
    <message>
        <source>There is a pack of this id: this one takes its place, and the one before stays for a way back.</source>
        <translation>Набор с таким идентификатором уже есть: этот займёт его место, а прежний останется, чтобы к нему можно было вернуться.</translation>
    </message>
    <message>
        <source>Titles from</source>
        <translation>Откуда взять названия</translation>
    </message>
    <message>
        <source>Visitors can choose from it.</source>
        <translation>Посетители могут выбирать из него.</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <source>Broad</source>
        <translation>Широкая</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Ластик</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Тонкая</translation>
    </message>
    <message>
        <source>In front</source>
        <translation>Впереди</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Средняя</translation>
    </message>
    <message>
        <source>Not in front</source>
        <translation>Не впереди</translation>
    </message>
    <message>
        <source>Red stays in front of the visitor, blue does not.</source>
        <translation>Красное остаётся перед посетителем, синее&#xa0;— нет.</translation>
    </message>
    <message>
        <source>Wipe all away</source>
        <translation>Стереть всё</translation>
    </message>
</context>
<context>
    <name>MuseumsPage</name>
    <message>
        <source>Back to the paintings</source>
        <translation>Назад к картинам</translation>
    </message>
    <message>
        <source>Choose portraits with a large face that looks at you.</source>
        <translation>Выбирайте портреты с крупным лицом, обращённым к вам.</translation>
    </message>
    <message>
        <source>Fetch our %1 famous portraits</source>
        <translation>Загрузить наши знаменитые портреты: %1</translation>
    </message>
    <message>
        <source>Fetch what is chosen: %1</source>
        <translation>Загрузить выбранное: %1</translation>
    </message>
    <message>
        <source>From museums</source>
        <translation>Из музеев</translation>
    </message>
    <message>
        <source>Museums are being asked…</source>
        <translation>Идёт запрос к музеям…</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>Новый поиск</translation>
    </message>
    <message>
        <source>Nothing that may be taken was found.</source>
        <translation>Не найдено ничего, что можно взять.</translation>
    </message>
    <message>
        <source>This kiosk stays off the network. Whoever looks after it can allow it to ask museums: network = true in the section [packs] of the settings file, and contact = an address at which museums can reach you.</source>
        <translation>Этот киоск не выходит в сеть. Тот, кто его обслуживает, может разрешить запросы к музеям: network = true в разделе [packs] файла настроек и contact = адрес, по которому музеи могут с вами связаться.</translation>
    </message>
    <message>
        <source>Works in the public domain, from museums&apos; open collections. The kiosk goes online for it now, and sends nothing but your words.</source>
        <translation>Произведения в общественном достоянии из открытых коллекций музеев. Для этого киоск выходит в сеть и отправляет только ваши слова.</translation>
    </message>
</context>
<context>
    <name>NewPin</name>
    <message>
        <source>%1 to %2 digits</source>
        <translation>От %1 до %2&#xa0;цифр</translation>
    </message>
    <message>
        <source>Enter the same PIN again</source>
        <translation>Введите тот же PIN-код ещё раз</translation>
    </message>
    <message>
        <source>The two were not the same. Please begin again.</source>
        <translation>Коды не&#xa0;совпали. Пожалуйста, начните заново.</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>A pack can be made of them.</source>
        <translation>Из них можно собрать набор.</translation>
    </message>
    <message>
        <source>Another version is installed.</source>
        <translation>Установлена другая версия.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Установить</translation>
    </message>
    <message>
        <source>Install again</source>
        <translation>Установить снова</translation>
    </message>
    <message>
        <source>Make a pack</source>
        <translation>Собрать набор</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Paintings: %1</source>
        <translation>Картин: %1</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>Изображений: %1</translation>
    </message>
    <message>
        <source>This version is installed already.</source>
        <translation>Эта версия уже установлена.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>It will be back by itself.</source>
        <translation>Скоро он вернётся сам.</translation>
    </message>
    <message>
        <source>This kiosk takes a short rest.</source>
        <translation>Этот киоск ненадолго отдыхает.</translation>
    </message>
</context>
<context>
    <name>PackLine</name>
    <message>
        <source>%1: further down</source>
        <translation>%1: ниже</translation>
    </message>
    <message>
        <source>%1: further up</source>
        <translation>%1: выше</translation>
    </message>
    <message>
        <source>%1: remove</source>
        <translation>%1: удалить</translation>
    </message>
    <message>
        <source>%1: visitors see it</source>
        <translation>%1: видно посетителям</translation>
    </message>
    <message>
        <source>Back to version %1</source>
        <translation>Вернуть версию %1</translation>
    </message>
    <message>
        <source>Came with the kiosk</source>
        <translation>Встроенный</translation>
    </message>
    <message>
        <source>Paintings: %1</source>
        <translation>Картин: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>Back to the paintings</source>
        <translation>Назад к картинам</translation>
    </message>
    <message>
        <source>No pack of paintings was found.</source>
        <translation>Не&#xa0;найдено ни одного набора картин.</translation>
    </message>
    <message>
        <source>Packs of paintings</source>
        <translation>Наборы картин</translation>
    </message>
    <message>
        <source>Visitors see the packs that are switched on, in this order.</source>
        <translation>Посетители видят включённые наборы в этом порядке.</translation>
    </message>
</context>
<context>
    <name>PageTurner</name>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Страница %1 из %2</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Предыдущая страница</translation>
    </message>
</context>
<context>
    <name>PaintingLine</name>
    <message>
        <source>%1: edit</source>
        <translation>%1: править</translation>
    </message>
    <message>
        <source>%1: further down</source>
        <translation>%1: ниже</translation>
    </message>
    <message>
        <source>%1: further up</source>
        <translation>%1: выше</translation>
    </message>
    <message>
        <source>%1: visitors may choose it</source>
        <translation>%1: доступна посетителям</translation>
    </message>
    <message>
        <source>Nobody can step into it: no face was found</source>
        <translation>Войти в неё нельзя: лицо не найдено</translation>
    </message>
</context>
<context>
    <name>PaintingsPage</name>
    <message>
        <source>Add paintings</source>
        <translation>Добавить картины</translation>
    </message>
    <message>
        <source>At least one painting has to stay switched on.</source>
        <translation>Хотя бы одна картина должна оставаться включённой.</translation>
    </message>
    <message>
        <source>From museums</source>
        <translation>Из музеев</translation>
    </message>
    <message>
        <source>No pack of paintings was found.</source>
        <translation>Не&#xa0;найдено ни одного набора картин.</translation>
    </message>
    <message>
        <source>Packs of paintings</source>
        <translation>Наборы картин</translation>
    </message>
    <message>
        <source>Packs of paintings on the USB stick: %1</source>
        <translation>Наборов картин на флеш-накопителе: %1</translation>
    </message>
    <message>
        <source>Visitors see what is switched on, in this order.</source>
        <translation>Посетители видят то, что включено, в&#xa0;этом порядке.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Delete</source>
        <translation>Стереть</translation>
    </message>
    <message>
        <source>Digits entered: %1</source>
        <translation>Введено цифр: %1</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>PIN pad</source>
        <translation>Клавиатура для PIN-кода</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>New PIN for staff</source>
        <translation>Новый PIN-код сотрудников</translation>
    </message>
    <message>
        <source>New PIN for the owner</source>
        <translation>Новый PIN-код владельца</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>For the people who look after this kiosk.</source>
        <translation>Для тех, кто заботится об этом киоске.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>PIN-код сотрудника</translation>
    </message>
    <message>
        <source>That PIN is wrong. Please try again.</source>
        <translation>Неверный PIN-код. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. The next try is possible in %1 s.</source>
        <translation>Слишком много неверных попыток. Следующая&#xa0;— через %1&#xa0;с.</translation>
    </message>
</context>
<context>
    <name>PointsPanel</name>
    <message>
        <source>Drag a point to where it belongs; its neighbours follow. Zoom in with two fingers for more points.</source>
        <translation>Перетащите точку на её место; соседние последуют за ней. Увеличьте двумя пальцами, чтобы точек стало больше.</translation>
    </message>
    <message>
        <source>Put the points back</source>
        <translation>Вернуть точки</translation>
    </message>
</context>
<context>
    <name>PoseGuide</name>
    <message>
        <source>How the painted head is turned</source>
        <translation>Как повёрнута голова на картине</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Visitors do not step into this face.</source>
        <translation>Посетители в этом лице не оказываются.</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Further problems: %1</source>
        <translation>Других проблем: %1</translation>
    </message>
</context>
<context>
    <name>Ranges</name>
    <message>
        <source>1 year</source>
        <translation>1 год</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 месяца</translation>
    </message>
    <message>
        <source>3 years</source>
        <translation>3 года</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 недели</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
</context>
<context>
    <name>RemovePanel</name>
    <message>
        <source>Its paintings go, all versions of them. To have them back the pack has to be installed again.</source>
        <translation>Его картины исчезнут, во всех версиях. Чтобы вернуть их, набор нужно установить заново.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Удалить %1?</translation>
    </message>
</context>
<context>
    <name>ReportPlate</name>
    <message>
        <source>%1 is installed. Paintings: %2</source>
        <translation>%1: установлено. Картин: %2</translation>
    </message>
    <message>
        <source>%1 was not installed; nothing has changed.</source>
        <translation>%1: не установлено; ничего не изменилось.</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>%1 lost</source>
        <translation>потеряно: %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Согласились</translation>
    </message>
    <message>
        <source>Agreed to the camera</source>
        <translation>Согласились на камеру</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Доступность</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Ранее</translation>
    </message>
    <message>
        <source>Busiest day</source>
        <translation>Самый оживлённый день</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Вернулись</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Камера</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменение</translation>
    </message>
    <message>
        <source>Chose a painting</source>
        <translation>Выбрали картину</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Отказались</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Определение</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Определения</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>Разных людей</translation>
    </message>
    <message>
        <source>Drop-off</source>
        <translation>Отсев</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Движок</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Сбои</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Сбои</translation>
    </message>
    <message>
        <source>First week</source>
        <translation>Первая неделя</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Ушли</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Час</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Hours of maintenance</source>
        <translation>Часы обслуживания</translation>
    </message>
    <message>
        <source>Hours open</source>
        <translation>Часы работы</translation>
    </message>
    <message>
        <source>Hours out of order</source>
        <translation>Часы простоя</translation>
    </message>
    <message>
        <source>Hours with the staff</source>
        <translation>Часы у персонала</translation>
    </message>
    <message>
        <source>How far visits go</source>
        <translation>Как далеко доходят посетители</translation>
    </message>
    <message>
        <source>In 30 days (MAU)</source>
        <translation>За 30 дней (MAU)</translation>
    </message>
    <message>
        <source>In 7 days (WAU)</source>
        <translation>За 7 дней (WAU)</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Неполный</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Прервано</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Kept it</source>
        <translation>Сохранили его</translation>
    </message>
    <message>
        <source>Kept of tried</source>
        <translation>Сохранено из опробованных</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Киоск</translation>
    </message>
    <message>
        <source>Kiosks</source>
        <translation>Киоски</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>Ушли раньше</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Length of a visit</source>
        <translation>Длительность визита</translation>
    </message>
    <message>
        <source>Length of a visit with a portrait</source>
        <translation>Длительность визита с портретом</translation>
    </message>
    <message>
        <source>Length of visits</source>
        <translation>Длительность визитов</translation>
    </message>
    <message>
        <source>Lighter columns and lines in italics are not complete: days are missing, or not over.</source>
        <translation>Более светлые столбцы и строки курсивом неполны: дней не хватает или они ещё не закончились.</translation>
    </message>
    <message>
        <source>Living pictures per second</source>
        <translation>Живых кадров в секунду</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряно</translation>
    </message>
    <message>
        <source>Made on %1.</source>
        <translation>Составлено %1.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Понедельник</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Месяцы</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>No figure comes from a face. The kiosk recognises nobody.</source>
        <translation>Ни одна цифра не получена из лица. Киоск никого не узнаёт.</translation>
    </message>
    <message>
        <source>Nothing in this range.</source>
        <translation>За этот период ничего нет.</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Предложено</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Время работы</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Страница %1</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Картина</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Картины</translation>
    </message>
    <message>
        <source>Paintings tried per visit</source>
        <translation>Картин опробовано за визит</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Платежи</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>People can be counted only where the bot hands pictures over: its database is not available here.</source>
        <translation>Людей можно считать только там, где снимки выдаёт бот: его база данных здесь недоступна.</translation>
    </message>
    <message>
        <source>People in 30 days (MAU)</source>
        <translation>Людей за 30 дней (MAU)</translation>
    </message>
    <message>
        <source>People in 7 days (WAU)</source>
        <translation>Людей за 7 дней (WAU)</translation>
    </message>
    <message>
        <source>People per day (DAU)</source>
        <translation>Людей в день (DAU)</translation>
    </message>
    <message>
        <source>People who came back</source>
        <translation>Вернувшиеся люди</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>Получено</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Снимки</translation>
    </message>
    <message>
        <source>Pictures offered</source>
        <translation>Предложено снимков</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>Кадров в секунду</translation>
    </message>
    <message>
        <source>Pictures per second, slowest tenth of visits</source>
        <translation>Кадров в секунду, самая медленная десятая часть</translation>
    </message>
    <message>
        <source>Pictures picked up</source>
        <translation>Получено снимков</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>Портреты</translation>
    </message>
    <message>
        <source>Portraits kept</source>
        <translation>Сохранённые портреты</translation>
    </message>
    <message>
        <source>Portraits taken again</source>
        <translation>Переснятые портреты</translation>
    </message>
    <message>
        <source>Pressed the shutter</source>
        <translation>Нажали на спуск</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Retakes per visit</source>
        <translation>Пересъёмок за визит</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Удержание</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Выручка</translation>
    </message>
    <message>
        <source>Saw the portrait</source>
        <translation>Увидели портрет</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Share of pictures picked up</source>
        <translation>Доля полученных снимков</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Stickiness</source>
        <translation>Вовлечённость</translation>
    </message>
    <message>
        <source>Stickiness (DAU / MAU)</source>
        <translation>Вовлечённость (DAU / MAU)</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Снято</translation>
    </message>
    <message>
        <source>The week by the hour</source>
        <translation>Неделя по часам</translation>
    </message>
    <message>
        <source>Time until pick-up</source>
        <translation>Время до получения</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>Слишком долго</translation>
    </message>
    <message>
        <source>Touched the screen</source>
        <translation>Коснулись экрана</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Опробовано</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Visitor figures</source>
        <translation>Показатели посещений</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Визиты</translation>
    </message>
    <message>
        <source>Visits and portraits</source>
        <translation>Визиты и портреты</translation>
    </message>
    <message>
        <source>Visits ended by a failure</source>
        <translation>Визиты, прерванные сбоем</translation>
    </message>
    <message>
        <source>Visits in an hour, on average: the stronger the colour, the more.</source>
        <translation>Визиты за час, в среднем: чем насыщеннее цвет, тем больше.</translation>
    </message>
    <message>
        <source>Visits per day</source>
        <translation>Визитов в день</translation>
    </message>
    <message>
        <source>Visits with a portrait</source>
        <translation>Визиты с портретом</translation>
    </message>
    <message>
        <source>Visits with an impossible date, because the clock was wrong: %1. They are not counted here.</source>
        <translation>Визиты с невозможной датой из-за неверных часов: %1. Здесь они не учтены.</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Неделя</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>День недели</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Недели</translation>
    </message>
    <message>
        <source>Weeks after the first pick-up</source>
        <translation>Недель после первого получения</translation>
    </message>
    <message>
        <source>Who comes back</source>
        <translation>Кто возвращается</translation>
    </message>
    <message>
        <source>With a portrait</source>
        <translation>С портретом</translation>
    </message>
    <message>
        <source>compared with the %1 days before</source>
        <translation>в сравнении с предыдущими днями: %1</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>недоступно</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Another painting</source>
        <translation>Другая картина</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить себе</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>Оригинал</translation>
    </message>
    <message>
        <source>Touch and hold to compare</source>
        <translation>Удерживайте палец, чтобы сравнить</translation>
    </message>
    <message>
        <source>Tries left: %d</source>
        <translation>Осталось попыток:&#xa0;%d</translation>
    </message>
    <message>
        <source>Your portrait</source>
        <translation>Ваш портрет</translation>
    </message>
    <message>
        <source>Your portrait is finished</source>
        <translation>Ваш портрет готов</translation>
    </message>
</context>
<context>
    <name>SearchPlate</name>
    <message>
        <source>All museums</source>
        <translation>Все музеи</translation>
    </message>
    <message>
        <source>Title or artist</source>
        <translation>Название или художник</translation>
    </message>
</context>
<context>
    <name>SettingLine</name>
    <message>
        <source>%1: less</source>
        <translation>%1: меньше</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1: больше</translation>
    </message>
    <message>
        <source>Decided outside by %1</source>
        <translation>Задано извне: %1</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;с</translation>
    </message>
    <message>
        <source>A visitor who does nothing is forgotten after</source>
        <translation>Забывать посетителя, если он ничего не&#xa0;делает, через</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Все сразу</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Камера</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>Камера %1</translation>
    </message>
    <message>
        <source>Countdown before the portrait</source>
        <translation>Обратный отсчёт перед портретом</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Демонстрация</translation>
    </message>
    <message>
        <source>First camera</source>
        <translation>Первая камера</translation>
    </message>
    <message>
        <source>Hints during the pose</source>
        <translation>Подсказки при позировании</translation>
    </message>
    <message>
        <source>How faces are painted</source>
        <translation>Как рисуются лица</translation>
    </message>
    <message>
        <source>How often a portrait may be taken again</source>
        <translation>Сколько раз можно переснять портрет</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Гибрид</translation>
    </message>
    <message>
        <source>Language at the start of a visit</source>
        <translation>Язык в&#xa0;начале посещения</translation>
    </message>
    <message>
        <source>Less motion on the screen</source>
        <translation>Меньше движения на экране</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Без ограничений</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Никаких</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>По одной</translation>
    </message>
    <message>
        <source>Our own engine</source>
        <translation>Наш собственный движок</translation>
    </message>
    <message>
        <source>Show how the painted head is turned</source>
        <translation>Показывать, как повёрнута голова на картине</translation>
    </message>
    <message>
        <source>The portrait takes itself when the pose matches</source>
        <translation>Снимать портрет автоматически, когда поза совпала</translation>
    </message>
</context>
<context>
    <name>SetupScreen</name>
    <message>
        <source>Choose a PIN for the owner</source>
        <translation>Выберите PIN-код владельца</translation>
    </message>
    <message>
        <source>Later – just try it</source>
        <translation>Позже&#xa0;— сначала попробовать</translation>
    </message>
    <message>
        <source>The PIN opens the staff area: paintings, figures and settings.</source>
        <translation>PIN-код открывает служебный раздел: картины, цифры и&#xa0;настройки.</translation>
    </message>
    <message>
        <source>Until a PIN is chosen, the staff area stays shut and Escape closes the kiosk.</source>
        <translation>Пока PIN-код не&#xa0;выбран, служебный раздел закрыт, а&#xa0;клавиша Escape закрывает киоск.</translation>
    </message>
    <message>
        <source>Visitors choose a painting on this screen and see their own living face in it.</source>
        <translation>На этом экране посетители выбирают картину и&#xa0;видят в&#xa0;ней своё живое лицо.</translation>
    </message>
    <message>
        <source>Welcome to Vernissage</source>
        <translation>Добро пожаловать в&#xa0;Vernissage</translation>
    </message>
</context>
<context>
    <name>ShutterButton</name>
    <message>
        <source>Take the portrait</source>
        <translation>Снять портрет</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>Look into the camera and touch again</source>
        <translation>Посмотрите в&#xa0;камеру и нажмите ещё раз</translation>
    </message>
    <message>
        <source>Painting your portrait…</source>
        <translation>Пишем ваш портрет…</translation>
    </message>
    <message>
        <source>Please come before the camera yourself.</source>
        <translation>Пожалуйста, встаньте перед камерой сами.</translation>
    </message>
    <message>
        <source>Step in front of the camera</source>
        <translation>Встаньте перед камерой</translation>
    </message>
    <message>
        <source>This painting cannot be shown just now.</source>
        <translation>Эту картину сейчас нельзя показать.</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Back to visitors</source>
        <translation>К&#xa0;посетителям</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Owner&apos;s area</source>
        <translation>Раздел владельца</translation>
    </message>
    <message>
        <source>Paintings</source>
        <translation>Картины</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Staff area</source>
        <translation>Служебный раздел</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Вы ещё здесь?</translation>
    </message>
    <message>
        <source>Everything of you is wiped when the time is up.</source>
        <translation>Когда время истечёт, все ваши изображения будут стёрты.</translation>
    </message>
    <message>
        <source>I am here</source>
        <translation>Я здесь</translation>
    </message>
</context>
<context>
    <name>Stockroom</name>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
</context>
<context>
    <name>SystemPage</name>
    <message>
        <source>Change the owner&apos;s PIN</source>
        <translation>Изменить PIN-код владельца</translation>
    </message>
    <message>
        <source>Change the staff PIN</source>
        <translation>Изменить PIN-код сотрудников</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>Закрыть киоск</translation>
    </message>
    <message>
        <source>Folder for the log bundle</source>
        <translation>Папка для архива журналов</translation>
    </message>
    <message>
        <source>Log bundle</source>
        <translation>Архив журналов</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Обслуживание</translation>
    </message>
    <message>
        <source>Notes of the kiosk for support. They hold no picture of anybody.</source>
        <translation>Записи киоска для технической поддержки. Изображений людей в&#xa0;них нет.</translation>
    </message>
    <message>
        <source>PINs</source>
        <translation>PIN-коды</translation>
    </message>
    <message>
        <source>The kiosk</source>
        <translation>Киоск</translation>
    </message>
    <message>
        <source>There is no folder to write into. Plug in a memory stick.</source>
        <translation>Записывать некуда. Вставьте флеш-накопитель.</translation>
    </message>
    <message>
        <source>Visitors see a sign instead of the paintings.</source>
        <translation>Вместо картин посетители видят табличку.</translation>
    </message>
    <message>
        <source>Write the log bundle</source>
        <translation>Записать архив журналов</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Enjoy the museum.</source>
        <translation>Приятной прогулки по музею.</translation>
    </message>
    <message>
        <source>Nothing of you remains here. The locked copy that was sent is deleted as soon as there is a connection.</source>
        <translation>Здесь от вас ничего не осталось. Отправленная зашифрованная копия будет удалена, как только появится связь.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Спасибо.</translation>
    </message>
    <message>
        <source>The frame is empty again. A locked copy waits for your phone: only your code opens it.</source>
        <translation>Рама снова пуста. Зашифрованная копия ждёт ваш телефон: открыть её может только ваш код.</translation>
    </message>
    <message>
        <source>The frame is empty again: nothing of you remains here.</source>
        <translation>Рама снова пуста: ничего о&#xa0;вас здесь не&#xa0;осталось.</translation>
    </message>
    <message>
        <source>Touch to go on</source>
        <translation>Коснитесь, чтобы продолжить</translation>
    </message>
    <message>
        <source>Your picture is deleted.</source>
        <translation>Ваш портрет удалён.</translation>
    </message>
</context>
<context>
    <name>TitlePlate</name>
    <message>
        <source>Title of the pack</source>
        <translation>Название набора</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>A visit, in minutes</source>
        <translation>Посещение, в&#xa0;минутах</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Отказались</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>Портреты</translation>
    </message>
    <message>
        <source>Portraits by painting</source>
        <translation>Портреты по картинам</translation>
    </message>
    <message>
        <source>Taken again</source>
        <translation>Пересъёмки</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Посещения</translation>
    </message>
    <message>
        <source>Visits by hour</source>
        <translation>Посещения по часам</translation>
    </message>
    <message>
        <source>Walked away</source>
        <translation>Ушли</translation>
    </message>
</context>
<context>
    <name>TrendsPage</name>
    <message>
        <source>A spreadsheet with charts and a report to print, of this range.</source>
        <translation>Таблица с диаграммами и отчёт для печати за этот период.</translation>
    </message>
    <message>
        <source>Folder for the figures</source>
        <translation>Папка для показателей</translation>
    </message>
    <message>
        <source>Take the figures along</source>
        <translation>Взять показатели с собой</translation>
    </message>
    <message>
        <source>There is no folder to write into. Plug in a memory stick.</source>
        <translation>Записывать некуда. Вставьте флеш-накопитель.</translation>
    </message>
    <message>
        <source>Write the figures</source>
        <translation>Записать показатели</translation>
    </message>
</context>
<context>
    <name>TroubleWatch</name>
    <message>
        <source>One moment…</source>
        <translation>Один момент…</translation>
    </message>
    <message>
        <source>The camera does not answer. It will go on by itself.</source>
        <translation>Камера не&#xa0;отвечает. Всё продолжится само.</translation>
    </message>
    <message>
        <source>The camera sees nothing. Please tell the staff.</source>
        <translation>Камера ничего не&#xa0;видит. Пожалуйста, скажите сотрудникам.</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Cannot be used.</source>
        <translation>Не подходит.</translation>
    </message>
    <message>
        <source>Much of the face is covered: %1 percent; up to %2 is good.</source>
        <translation>Закрыта большая часть лица: %1 процентов; хорошо до %2.</translation>
    </message>
    <message>
        <source>No face was found. Add one by hand.</source>
        <translation>Лицо не найдено. Добавьте его вручную.</translation>
    </message>
    <message>
        <source>Some points would fold the face and were held back.</source>
        <translation>Некоторые точки смяли бы лицо и были удержаны.</translation>
    </message>
    <message>
        <source>Suits badly.</source>
        <translation>Подходит плохо.</translation>
    </message>
    <message>
        <source>Suits well.</source>
        <translation>Подходит хорошо.</translation>
    </message>
    <message>
        <source>The face is blurred: it has the detail of %1 pixels; %2 would be good.</source>
        <translation>Лицо нерезкое: деталей на %1 пикселей; хорошо было бы %2.</translation>
    </message>
    <message>
        <source>The face is small in the picture: %1 pixels wide; %2 would be good.</source>
        <translation>Лицо на снимке мелкое: ширина %1 пикселей; хорошо было бы %2.</translation>
    </message>
    <message>
        <source>The face will be small on the screen: %1 pixels wide; %2 would be good.</source>
        <translation>Лицо на экране будет мелким: ширина %1 пикселей; хорошо было бы %2.</translation>
    </message>
    <message>
        <source>The features of the face are only roughly known. Check the points.</source>
        <translation>Черты лица известны лишь приблизительно. Проверьте точки.</translation>
    </message>
    <message>
        <source>The head is turned far aside: %1 degrees; up to %2 is good.</source>
        <translation>Голова сильно повёрнута: %1 градусов; хорошо до %2.</translation>
    </message>
    <message>
        <source>The kiosk hardly sees a face here. Check the points.</source>
        <translation>Киоск почти не видит здесь лица. Проверьте точки.</translation>
    </message>
    <message>
        <source>The picture is small: %1 pixels; %2 would be good.</source>
        <translation>Снимок мал: %1 пикселей; хорошо было бы %2.</translation>
    </message>
    <message>
        <source>There are %1 faces; at most %2 visitors are followed.</source>
        <translation>Лиц: %1; киоск следит не более чем за %2 посетителями.</translation>
    </message>
    <message>
        <source>These points cannot be a face. Mark it again.</source>
        <translation>Эти точки не могут быть лицом. Отметьте его заново.</translation>
    </message>
    <message>
        <source>Usable.</source>
        <translation>Годится.</translation>
    </message>
    <message>
        <source>Visitors cannot step into any of the faces.</source>
        <translation>Посетители не могут оказаться ни в одном из лиц.</translation>
    </message>
</context>
<context>
    <name>WorkPlate</name>
    <message>
        <source>%1 is being copied</source>
        <translation>%1: копирование</translation>
    </message>
    <message>
        <source>%1 is being fetched</source>
        <translation>%1: загрузка</translation>
    </message>
    <message>
        <source>%1 is being made of the pictures</source>
        <translation>%1: набор собирается из изображений</translation>
    </message>
    <message>
        <source>%1 is being unpacked</source>
        <translation>%1: распаковка</translation>
    </message>
    <message>
        <source>Leave the stick in until it is done.</source>
        <translation>Не вынимайте флеш-накопитель до конца.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливается…</translation>
    </message>
    <message>
        <source>The faces in %1 are being looked for</source>
        <translation>%1: поиск лиц</translation>
    </message>
    <message>
        <source>The pictures of %1 are being checked</source>
        <translation>%1: проверка изображений</translation>
    </message>
    <message>
        <source>This may take a while. What is there already stays.</source>
        <translation>Это займёт время. То, что уже загружено, сохранится.</translation>
    </message>
</context>
</TS>
