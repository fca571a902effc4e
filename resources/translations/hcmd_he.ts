<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en_US">
    <context>
        <name>HCMD Lab</name>
        <message>
            <source>Participant cards</source>
            <translation>כרטיסים למשתתפים</translation>
        </message>
        <message>
            <source>Your label. Enter it at your computer, and keep this card.</source>
            <translation>התווית שלכם. הקלידו אותה בעמדה ושמרו אותה.</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>סיבוב</translation>
        </message>
        <message>
            <source>Stage {stage}</source>
            <translation>שלב {stage}</translation>
        </message>
        <message>
            <source>Receipts of session {code}</source>
            <translation>קבלות של ניסוי {code}</translation>
        </message>
        <message>
            <source>Session {code}, {day}</source>
            <translation>ניסוי {code}, {day}</translation>
        </message>
        <message>
            <source>Participant</source>
            <translation>משתתף</translation>
        </message>
        <message>
            <source>Total received</source>
            <translation>סך הכול התקבל</translation>
        </message>
        <message>
            <source>Date and signature</source>
            <translation>תאריך וחתימה</translation>
        </message>
        <message>
            <source>Log of the study: {number}</source>
            <translation>יומן המחקר: {number}</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>קבלה</translation>
        </message>
        <message>
            <source>Show-up fee</source>
            <translation>עבור ההגעה</translation>
        </message>
        <message>
            <source>{coins} at {value}</source>
            <translation>{coins}, {value} לכל מטבע</translation>
        </message>
        <message>
            <source>Set by the experimenter</source>
            <translation>נקבע על ידי צוות הניסוי</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>עיגול</translation>
        </message>
        <message>
            <source>The session was not over yet: the amount may still change.</source>
            <translation>הניסוי עדיין לא הסתיים: הסכום עשוי להשתנות.</translation>
        </message>
        <message>
            <source>The group could not finish the game.</source>
            <translation>לא היה אפשר להשלים את המשחק בקבוצה.</translation>
        </message>
        <message>
            <source>The participant came but did not take part in the game.</source>
            <translation>המשתתף הגיע ולא השתתף במשחק.</translation>
        </message>
        <message>
            <source>A label has letters, digits, spaces and . _ @ + - only, and does not begin with + - or @. Please check the “{character}”.</source>
            <translation>תווית כוללת רק אותיות, ספרות, רווחים ואת התווים . _ @ + -, ואינה מתחילה ב־+, ב־- או ב־@. נא לבדוק את „{character}”.</translation>
        </message>
        <message>
            <source>A label has 1 to {most} characters.</source>
            <translation>בתווית יש בין תו אחד ל־{most} תווים.</translation>
        </message>
        <message>
            <source>the questionnaire has no item {item}</source>
            <translation>אין בשאלון שאלה בשם {item}</translation>
        </message>
        <message>
            <source>this question needs an answer</source>
            <translation>יש לענות על השאלה הזאת</translation>
        </message>
        <message>
            <source>the answer is a whole number from {low} to {high}</source>
            <translation>התשובה היא מספר שלם מ־{low} עד {high}</translation>
        </message>
        <message>
            <source>the answer is a text</source>
            <translation>התשובה היא טקסט</translation>
        </message>
        <message>
            <source>a text has at most {most} characters</source>
            <translation>טקסט יכול להכיל לכל היותר {most} תווים</translation>
        </message>
        <message>
            <source>character {place} of the text is a control character ({code})</source>
            <translation>התו מספר {place} בטקסט הוא תו בקרה ({code})</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>המשך</translation>
        </message>
        <message numerus="yes">
            <source>{n} coin(s)</source>
            <translation>
                <numerusform>מטבע אחד</numerusform>
                <numerusform>{n} מטבעות</numerusform>
            </translation>
        </message>
        <message>
            <source>{amount} coins</source>
            <translation>{amount} מטבעות</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>הסכמה</translation>
        </message>
        <message>
            <source>Instructions</source>
            <translation>הוראות</translation>
        </message>
        <message>
            <source>Control questions</source>
            <translation>שאלות בקרה</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>תרגול</translation>
        </message>
        <message>
            <source>Questionnaire</source>
            <translation>שאלון</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>סגירה</translation>
        </message>
        <message>
            <source>Station</source>
            <translation>עמדה</translation>
        </message>
        <message>
            <source>Station {name}</source>
            <translation>עמדה {name}</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>שליחה</translation>
        </message>
        <message>
            <source>The session is over</source>
            <translation>הניסוי הסתיים</translation>
        </message>
        <message>
            <source>Pairing code</source>
            <translation>קוד צימוד</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>עמוד {page} מתוך {pages}</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>הפעלה מחדש</translation>
        </message>
        <message>
            <source>For the experimenter</source>
            <translation>לצוות הניסוי</translation>
        </message>
        <message>
            <source>Please raise your hand</source>
            <translation>אנא הרימו יד</translation>
        </message>
        <message>
            <source>This station has stopped. What you have confirmed is saved, and the experimenter will help you.</source>
            <translation>העמדה הזו נעצרה. מה שאישרתם נשמר, וצוות הניסוי יעזור לכם.</translation>
        </message>
        <message>
            <source>One moment, please</source>
            <translation>רק רגע, בבקשה</translation>
        </message>
        <message>
            <source>This station starts. What you have confirmed is saved.</source>
            <translation>העמדה הזו עולה. מה שאישרתם נשמר.</translation>
        </message>
        <message>
            <source>Leave this station</source>
            <translation>יציאה מהעמדה</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>קוד יציאה</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>יציאה</translation>
        </message>
        <message>
            <source>Set up this station</source>
            <translation>הגדרת העמדה</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>חזרה</translation>
        </message>
        <message>
            <source>Enter the experimenter's PIN. What was confirmed here is saved.</source>
            <translation>הקלידו את קוד היציאה של צוות הניסוי. מה שאושר כאן נשמר.</translation>
        </message>
        <message>
            <source>What was confirmed here is saved. The participant can come back to it.</source>
            <translation>מה שאושר כאן נשמר. אפשר לחזור אליו.</translation>
        </message>
        <message numerus="yes">
            <source>You have {n} more (try|tries).</source>
            <translation>
                <numerusform>נותר ניסיון אחד.</numerusform>
                <numerusform>נותרו {n} ניסיונות.</numerusform>
            </translation>
        </message>
        <message>
            <source>This PIN is wrong.</source>
            <translation>קוד היציאה שגוי.</translation>
        </message>
        <message>
            <source>Too many wrong PINs. The next try is possible in {time}.</source>
            <translation>הוקלדו יותר מדי קודים שגויים. אפשר לנסות שוב בעוד {time}.</translation>
        </message>
        <message>
            <source>Found on this network:</source>
            <translation>נמצאו ברשת הזאת:</translation>
        </message>
        <message>
            <source>{name} at {address}</source>
            <translation>{name} בכתובת {address}</translation>
        </message>
        <message>
            <source>I have read this</source>
            <translation>קראתי</translation>
        </message>
        <message>
            <source>Message from the experimenter</source>
            <translation>הודעה מצוות הניסוי</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>התחלה</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>ברוכים הבאים</translation>
        </message>
        <message>
            <source>Your label</source>
            <translation>התווית שלכם</translation>
        </message>
        <message>
            <source>You will find it on your card or in your invitation.</source>
            <translation>היא מופיעה על הכרטיס או בהזמנה שקיבלתם.</translation>
        </message>
        <message>
            <source>Leave this empty if you have no label.</source>
            <translation>אם אין לכם תווית, השאירו ריק.</translation>
        </message>
        <message>
            <source>All places are taken. Please tell the experimenter.</source>
            <translation>כל המקומות תפוסים. אנא פנו לצוות הניסוי.</translation>
        </message>
        <message>
            <source>In this session you play a game in a group of {n} players. You can earn coins in it.</source>
            <translation>במפגש הזה תשחקו משחק בקבוצה של {n} שחקנים. אפשר להרוויח בו מטבעות.</translation>
        </message>
        <message>
            <source>Your pay depends on the coins that you earn.</source>
            <translation>התשלום שלכם תלוי במטבעות שתרוויחו.</translation>
        </message>
        <message>
            <source>I take part</source>
            <translation>מסכימים להשתתף</translation>
        </message>
        <message>
            <source>Do you want to take part?</source>
            <translation>האם תרצו להשתתף?</translation>
        </message>
        <message>
            <source>I do not take part</source>
            <translation>לא משתתפים</translation>
        </message>
        <message>
            <source>Back to the text</source>
            <translation>חזרה לטקסט</translation>
        </message>
        <message>
            <source>You do not want to take part?</source>
            <translation>אינכם רוצים להשתתף?</translation>
        </message>
        <message>
            <source>Then your participation ends here. This cannot be undone.</source>
            <translation>אם כך, השתתפותכם מסתיימת כאן. אי אפשר לחזור מכך.</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>אישור</translation>
        </message>
        <message>
            <source>Coins into the fund</source>
            <translation>מטבעות לקופה</translation>
        </message>
        <message>
            <source>Arrow keys move one coin at a time, Home none, End all. Or type a number.</source>
            <translation>מקשי החצים מזיזים מטבע אחד, Home אף מטבע ו־End את כולם. אפשר גם להקליד מספר.</translation>
        </message>
        <message numerus="yes">
            <source>(Does your coin|How many of your {n} coins) go into the fund?</source>
            <translation>
                <numerusform>האם המטבע שלכם ייכנס לקופה?</numerusform>
                <numerusform>כמה מתוך {n} מטבעות שלכם ייכנסו לקופה?</numerusform>
            </translation>
        </message>
        <message>
            <source>Move the slider, click coins or type a number.</source>
            <translation>הזיזו את המחוון, לחצו על מטבעות או הקלידו מספר.</translation>
        </message>
        <message>
            <source>Only whole coins can go into the fund.</source>
            <translation>אפשר להכניס לקופה רק מטבעות שלמים.</translation>
        </message>
        <message>
            <source>You have {coins}, so {number} is not possible.</source>
            <translation>יש לכם {coins}, ולכן {number} אינו אפשרי.</translation>
        </message>
        <message>
            <source>You keep {kept}  ·  {given} into the fund</source>
            <translation>נשארים אצלכם {kept}  ·  {given} לקופה</translation>
        </message>
        <message>
            <source>The game of your group has ended early.</source>
            <translation>המשחק של הקבוצה שלכם הסתיים מוקדם מהמתוכנן.</translation>
        </message>
        <message>
            <source>Check in here</source>
            <translation>להתחיל כאן</translation>
        </message>
        <message>
            <source>This seat is free for somebody else.</source>
            <translation>המקום הזה פנוי למישהו אחר.</translation>
        </message>
        <message>
            <source>Please remain seated until the experimenter speaks to you.</source>
            <translation>אנא הישארו במקומכם עד שצוות הניסוי יפנה אליכם.</translation>
        </message>
        <message>
            <source>Thank you for taking part</source>
            <translation>תודה על ההשתתפות</translation>
        </message>
        <message>
            <source>The game of your group ends here.</source>
            <translation>המשחק של הקבוצה שלכם מסתיים כאן.</translation>
        </message>
        <message>
            <source>You keep what you have earned.</source>
            <translation>מה שהרווחתם נשאר שלכם.</translation>
        </message>
        <message>
            <source>Your group could not finish the game.</source>
            <translation>לא היה אפשר להשלים את המשחק בקבוצה שלכם.</translation>
        </message>
        <message>
            <source>Thank you for your time</source>
            <translation>תודה על זמנכם</translation>
        </message>
        <message>
            <source>Please go to the experimenter’s desk. If you are paid, it is settled there.</source>
            <translation>אנא גשו לשולחן של צוות הניסוי. אם מגיע לכם תשלום, הוא יוסדר שם.</translation>
        </message>
        <message>
            <source>Thank you for coming</source>
            <translation>תודה שבאתם</translation>
        </message>
        <message>
            <source>Your part has ended</source>
            <translation>החלק שלכם הסתיים</translation>
        </message>
        <message>
            <source>This computer is no longer needed. Thank you.</source>
            <translation>אין עוד צורך במקום הזה. תודה.</translation>
        </message>
        <message>
            <source>Your coins up to then</source>
            <translation>המטבעות שלכם עד כה</translation>
        </message>
        <message>
            <source>You earned in total</source>
            <translation>הרווחתם בסך הכול</translation>
        </message>
        <message>
            <source>The experimenter will tell you how you are paid.</source>
            <translation>צוות הניסוי יסביר לכם איך תקבלו את התשלום.</translation>
        </message>
        <message>
            <source>Your pay depends on all of these coins.</source>
            <translation>התשלום שלכם תלוי בכל המטבעות האלה.</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>הבא</translation>
        </message>
        <message>
            <source>Next come questions or the game.</source>
            <translation>בהמשך יבואו שאלות או המשחק.</translation>
        </message>
        <message>
            <source>I have read everything</source>
            <translation>קראתי הכול</translation>
        </message>
        <message>
            <source>The page can be turned in {time}.</source>
            <translation>אפשר יהיה להמשיך לעמוד הבא בעוד {time}.</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>דילוג</translation>
        </message>
        <message>
            <source>Skip the animation and show the result</source>
            <translation>לדלג על ההצגה ולראות את התוצאה</translation>
        </message>
        <message>
            <source>Your total so far</source>
            <translation>הסכום שלכם עד כה</translation>
        </message>
        <message>
            <source>Practice, not paid</source>
            <translation>תרגול, ללא תשלום</translation>
        </message>
        <message>
            <source>You earned {reward} in this round and {total} so far.</source>
            <translation>הרווחתם {reward} בסיבוב הזה ו־{total} עד כה.</translation>
        </message>
        <message>
            <source>You earned {reward} in this round</source>
            <translation>הרווחתם {reward} בסיבוב הזה</translation>
        </message>
        <message>
            <source>You kept</source>
            <translation>נשארו אצלכם</translation>
        </message>
        <message>
            <source>From the fund</source>
            <translation>מהקופה</translation>
        </message>
        <message>
            <source>This round</source>
            <translation>הסיבוב הזה</translation>
        </message>
        <message>
            <source>All contributions are in</source>
            <translation>כל ההשתתפויות בקופה נקבעו</translation>
        </message>
        <message>
            <source>The coins go into the fund</source>
            <translation>המטבעות נכנסים לקופה</translation>
        </message>
        <message>
            <source>The fund is multiplied</source>
            <translation>הקופה מוכפלת</translation>
        </message>
        <message>
            <source>The rule divides the fund</source>
            <translation>הכלל מחלק את הקופה</translation>
        </message>
        <message>
            <source>You receive</source>
            <translation>אתם מקבלים</translation>
        </message>
        <message>
            <source>You receive so far</source>
            <translation>עד כה תקבלו</translation>
        </message>
        <message>
            <source>Taking part is not paid.</source>
            <translation>אין תשלום על ההשתתפות.</translation>
        </message>
        <message>
            <source>You receive {amount}.</source>
            <translation>אתם מקבלים {amount}.</translation>
        </message>
        <message>
            <source>You receive {amount} so far.</source>
            <translation>עד כה תקבלו {amount}.</translation>
        </message>
        <message>
            <source>{coins} × {value}</source>
            <translation>{coins} × {value}</translation>
        </message>
        <message>
            <source>Your payment number: {number}</source>
            <translation>מספר התשלום שלך: {number}</translation>
        </message>
        <message>
            <source>You receive the show-up fee only.</source>
            <translation>אתם מקבלים תשלום על ההגעה, לא על מטבעות.</translation>
        </message>
        <message>
            <source>There is no group for you to play in. You receive the show-up fee.</source>
            <translation>אין קבוצה שתוכלו לשחק בה. תקבלו תשלום עבור ההגעה.</translation>
        </message>
        <message>
            <source>There is no group for you to play in.</source>
            <translation>אין קבוצה שתוכלו לשחק בה.</translation>
        </message>
        <message>
            <source>Your group is still playing: this amount may change.</source>
            <translation>הקבוצה שלכם עדיין משחקת: הסכום הזה עוד עשוי להשתנות.</translation>
        </message>
        <message>
            <source>The experimenter has set this amount for you.</source>
            <translation>צוות הניסוי קבע עבורכם את הסכום הזה.</translation>
        </message>
        <message>
            <source>Your part in the game ended early.</source>
            <translation>החלק שלכם במשחק הסתיים לפני סופו.</translation>
        </message>
        <message>
            <source>Submit</source>
            <translation>הגשה</translation>
        </message>
        <message>
            <source>A few final questions</source>
            <translation>כמה שאלות לסיום</translation>
        </message>
        <message numerus="yes">
            <source>{n} answer(s) (is|are) missing or not valid.</source>
            <translation>
                <numerusform>תשובה אחת חסרה או אינה אפשרית.</numerusform>
                <numerusform>{n} תשובות חסרות או אינן אפשריות.</numerusform>
            </translation>
        </message>
        <message>
            <source>Your answer, a whole number</source>
            <translation>התשובה שלכם, מספר שלם</translation>
        </message>
        <message>
            <source>A number</source>
            <translation>מספר</translation>
        </message>
        <message>
            <source>Question {number} of {count}</source>
            <translation>שאלה {number} מתוך {count}</translation>
        </message>
        <message>
            <source>This is not right. The experimenter has been called.</source>
            <translation>זה לא נכון. צוות הניסוי נקרא.</translation>
        </message>
        <message>
            <source>This is not right yet. Please try again.</source>
            <translation>זה עדיין לא נכון. נסו שוב בבקשה.</translation>
        </message>
        <message>
            <source>The experimenter has been called</source>
            <translation>צוות הניסוי נקרא</translation>
        </message>
        <message>
            <source>The answer is a whole number.</source>
            <translation>התשובה היא מספר שלם.</translation>
        </message>
        <message>
            <source>Waiting for the others</source>
            <translation>ממתינים לאחרים</translation>
        </message>
        <message>
            <source>I am ready</source>
            <translation>מוכנים</translation>
        </message>
        <message numerus="yes">
            <source>In every round you decide (whether your coin goes into the fund or you keep it|how many of your {n} coins go into the fund. You keep the rest).</source>
            <translation>
                <numerusform>בכל סיבוב אתם מחליטים אם המטבע שלכם ייכנס לקופה או יישאר אצלכם.</numerusform>
                <numerusform>בכל סיבוב אתם מחליטים כמה מתוך {n} מטבעות שלכם ייכנסו לקופה. השאר נשארים אצלכם.</numerusform>
            </translation>
        </message>
        <message>
            <source>The fund is multiplied by {factor}: {before} become {after}.</source>
            <translation>הקופה מוכפלת ב־{factor}: מתוך {before} נעשים {after}.</translation>
        </message>
        <message>
            <source>A rule divides the fund among all players. In the stages it may be divided in another way, or in the same way.</source>
            <translation>כלל מחלק את הקופה בין כל השחקנים. בשלבים ייתכן שהיא תחולק אחרת, וייתכן שבאותו אופן.</translation>
        </message>
        <message>
            <source>A rule divides the fund among all players. It stays the same for the whole stage.</source>
            <translation>כלל מחלק את הקופה בין כל השחקנים. הוא אינו משתנה לאורך השלב.</translation>
        </message>
        <message>
            <source>Practice begins</source>
            <translation>התרגול מתחיל</translation>
        </message>
        <message>
            <source>Stage 3: the rule of stage {winner} again</source>
            <translation>שלב 3: שוב הכלל של שלב {winner}</translation>
        </message>
        <message>
            <source>Stage {stage} begins</source>
            <translation>שלב {stage} מתחיל</translation>
        </message>
        <message numerus="yes">
            <source>You practise for {n} round(s) in your group. (It is|They are) not paid.</source>
            <translation>
                <numerusform>אתם מתרגלים סיבוב אחד בקבוצה שלכם. אין עליו תשלום.</numerusform>
                <numerusform>אתם מתרגלים {n} סיבובים בקבוצה שלכם. אין עליהם תשלום.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You play {n} round(s) in your group.</source>
            <translation>
                <numerusform>אתם משחקים סיבוב אחד בקבוצה שלכם.</numerusform>
                <numerusform>אתם משחקים {n} סיבובים בקבוצה שלכם.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You play {n} round(s) in the same group. The fund may be divided in another way than before, or in the same way.</source>
            <translation>
                <numerusform>אתם משחקים סיבוב אחד באותה קבוצה. ייתכן שהקופה תחולק אחרת מקודם, וייתכן שבאותו אופן.</numerusform>
                <numerusform>אתם משחקים {n} סיבובים באותה קבוצה. ייתכן שהקופה תחולק אחרת מקודם, וייתכן שבאותו אופן.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You play {n} more round(s) in the same group.</source>
            <translation>
                <numerusform>אתם משחקים עוד סיבוב אחד באותה קבוצה.</numerusform>
                <numerusform>אתם משחקים עוד {n} סיבובים באותה קבוצה.</numerusform>
            </translation>
        </message>
        <message>
            <source>Your coins</source>
            <translation>המטבעות שלכם</translation>
        </message>
        <message>
            <source>A rule divides it</source>
            <translation>כלל מחלק אותה</translation>
        </message>
        <message>
            <source>Which stage would you like to play again?</source>
            <translation>איזה שלב תרצו לשחק שוב?</translation>
        </message>
        <message>
            <source>In stage 3 the rule of the stage with more votes divides the fund; a coin decides between equal numbers.</source>
            <translation>בשלב 3 הכלל של השלב שקיבל יותר קולות מחלק את הקופה; אם מספר הקולות שווה, מטבע מכריע.</translation>
        </message>
        <message>
            <source>Your pay depends on all coins that you earn, in all three stages.</source>
            <translation>התשלום שלכם תלוי בכל המטבעות שתרוויחו, בכל שלושת השלבים.</translation>
        </message>
        <message>
            <source>{stage} is played again</source>
            <translation>{stage} משוחק שוב</translation>
        </message>
        <message>
            <source>In stage 3 the rule of stage {winner} divides the fund.</source>
            <translation>בשלב 3 הכלל של שלב {winner} מחלק את הקופה.</translation>
        </message>
        <message>
            <source>Both stages got the same number of votes, so a coin was tossed.</source>
            <translation>שני השלבים קיבלו אותו מספר קולות, ולכן הוטל מטבע.</translation>
        </message>
        <message numerus="yes">
            <source>vote(s)</source>
            <translation>
                <numerusform>קול</numerusform>
                <numerusform>קולות</numerusform>
            </translation>
        </message>
        <message>
            <source>Please wait</source>
            <translation>אנא המתינו</translation>
        </message>
        <message>
            <source>The experimenter will start the next part for everyone.</source>
            <translation>צוות הניסוי יתחיל את החלק הבא עבור כולם.</translation>
        </message>
        <message>
            <source>Your group waits for other groups. The session will continue automatically.</source>
            <translation>הקבוצה שלכם מחכה לקבוצות אחרות. המשחק ימשיך מעצמו.</translation>
        </message>
        <message>
            <source>You are checked in</source>
            <translation>נרשמתם</translation>
        </message>
        <message>
            <source>Please wait. What comes next will appear on this screen.</source>
            <translation>אנא המתינו. ההמשך יופיע במסך הזה.</translation>
        </message>
        <message>
            <source>Waiting for the others. The session will continue automatically.</source>
            <translation>ממתינים לאחרים. המשחק ימשיך מעצמו.</translation>
        </message>
        <message>
            <source>Your vote is saved: {stage}</source>
            <translation>ההצבעה שלכם נשמרה: {stage}</translation>
        </message>
        <message>
            <source>Your choice is saved: {coins}</source>
            <translation>הבחירה שלכם נשמרה: {coins}</translation>
        </message>
        <message>
            <source>The session is over.</source>
            <translation>הניסוי הסתיים.</translation>
        </message>
        <message>
            <source>This screen is not in use.</source>
            <translation>מסך זה אינו בשימוש.</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>התחברות</translation>
        </message>
        <message>
            <source>Lab computer</source>
            <translation>מחשב המעבדה</translation>
        </message>
        <message>
            <source>The lab computer shows its address and the pairing code of the session.</source>
            <translation>מחשב המעבדה מציג את כתובתו ואת קוד הצימוד של הניסוי.</translation>
        </message>
        <message>
            <source>Enter the address as the lab computer shows it, like {example}.</source>
            <translation>הקלידו את הכתובת כפי שמחשב המעבדה מציג אותה, למשל {example}.</translation>
        </message>
        <message>
            <source>A station's name has letters from A to Z, digits, - and _, and nothing else.</source>
            <translation>שם של עמדה כולל אותיות מ־A עד Z, ספרות, - ו־_, ותו לא.</translation>
        </message>
        <message>
            <source>The pairing code has 16 characters, like 7Q4M-X2KD-90AB-C3FT.</source>
            <translation>קוד הצימוד כולל 16 תווים, למשל 7Q4M-X2KD-90AB-C3FT.</translation>
        </message>
        <message>
            <source>Change the settings</source>
            <translation>שינוי ההגדרות</translation>
        </message>
        <message>
            <source>Station {station} is connecting</source>
            <translation>עמדה {station} מתחברת</translation>
        </message>
        <message>
            <source>Looking for the lab computer at {address}</source>
            <translation>מחפשים את מחשב המעבדה בכתובת {address}</translation>
        </message>
        <message>
            <source>Station {station} waits</source>
            <translation>עמדה {station} ממתינה</translation>
        </message>
        <message>
            <source>The lab computer is at {address}</source>
            <translation>מחשב המעבדה נמצא בכתובת {address}</translation>
        </message>
        <message>
            <source>This station is not connected</source>
            <translation>העמדה הזו אינה מחוברת</translation>
        </message>
        <message>
            <source>Please tell the experimenter.</source>
            <translation>נא לפנות לצוות הניסוי.</translation>
        </message>
        <message>
            <source>There is no answer yet; this station keeps trying. Check that a session is open there, that the address is right, and that both computers are on the same network.</source>
            <translation>הוא עדיין אינו עונה, והניסיון חוזר כל הזמן. בדקו שנפתח בו ניסוי, שהכתובת נכונה ושני המחשבים באותה רשת.</translation>
        </message>
        <message>
            <source>The pairing code belongs to another lab computer. Compare the code and the address with what the lab computer shows.</source>
            <translation>קוד הצימוד שייך למחשב מעבדה אחר. השוו את הקוד ואת הכתובת למה שמחשב המעבדה מציג.</translation>
        </message>
        <message>
            <source>The last four characters of the pairing code are wrong. Each session has a new code: compare it with what the lab computer shows now.</source>
            <translation>ארבעת התווים האחרונים של קוד הצימוד שגויים. לכל ניסוי קוד חדש: השוו אותו למה שמחשב המעבדה מציג כעת.</translation>
        </message>
        <message>
            <source>Too many wrong codes came from this computer. Wait a little, then try again.</source>
            <translation>מהמחשב הזה הגיעו יותר מדי קודים שגויים. המתינו מעט ונסו שוב.</translation>
        </message>
        <message>
            <source>The session has no station with this name. Choose one of its station names.</source>
            <translation>אין בניסוי עמדה בשם הזה. בחרו באחד משמותיו.</translation>
        </message>
        <message>
            <source>The lab computer does not know this station. Enter the pairing code that the lab computer shows.</source>
            <translation>מחשב המעבדה אינו מכיר את התחנה הזאת. יש להזין את קוד הצימוד שמחשב המעבדה מציג.</translation>
        </message>
        <message>
            <source>Another computer has this station's name. Choose another name, or ask the experimenter to release the station.</source>
            <translation>למחשב אחר יש שם העמדה הזה. בחרו שם אחר, או בקשו מצוות הניסוי לשחרר את העמדה.</translation>
        </message>
        <message>
            <source>This station waits until the experimenter lets it in, on the lab computer's screen.</source>
            <translation>העמדה הזאת ממתינה עד שהנסיין יכניס אותה, במסך של מחשב המעבדה.</translation>
        </message>
        <message>
            <source>The experimenter has turned this station away. It can be connected again once pairing has been opened.</source>
            <translation>הנסיין סירב לעמדה הזאת. אפשר יהיה לחבר אותה שוב לאחר שהצימוד ייפתח.</translation>
        </message>
        <message>
            <source>People play in this session. A simulated participant can sit only where the lab computer allows it.</source>
            <translation>במפגש הזה משחקים אנשים. משתתף מדומה יכול לשבת רק במקום שמחשב המעבדה מתיר.</translation>
        </message>
        <message>
            <source>The experimenter has released this station. To use it again, enter the pairing code that the lab computer shows.</source>
            <translation>צוות הניסוי שחרר את העמדה. כדי להשתמש בה שוב, הקלידו את קוד הצימוד שמחשב המעבדה מציג.</translation>
        </message>
        <message>
            <source>The computer at this address does not identify itself as the lab computer that this station was paired with. If it is the right one, enter the pairing code that it shows; otherwise check the address.</source>
            <translation>המחשב בכתובת הזאת אינו מזדהה כמחשב המעבדה שהתחנה צומדה אליו. אם זה המחשב הנכון, יש להזין את קוד הצימוד שהוא מציג; אחרת יש לבדוק את הכתובת.</translation>
        </message>
        <message>
            <source>This computer's date is wrong: the lab computer's certificate is not valid on it. Set this computer's date and time; this station connects by itself then.</source>
            <translation>התאריך במחשב הזה שגוי: האישור של מחשב המעבדה אינו תקף בתאריך הזה. יש לכוון את התאריך והשעה במחשב הזה; אחר כך התחנה תתחבר מעצמה.</translation>
        </message>
        <message>
            <source>The lab computer runs a different version of HCMD Lab. Install the same version on both.</source>
            <translation>במחשב המעבדה פועלת גרסה אחרת של HCMD Lab. התקינו בשניהם אותה גרסה.</translation>
        </message>
        <message>
            <source>The pairing could not be saved. Check the disk of this computer and what the lab computer's screen says, then try again.</source>
            <translation>לא היה אפשר לשמור את הצימוד. בדקו את הדיסק של המחשב הזה ואת מה שמופיע במסך מחשב המעבדה, ונסו שוב.</translation>
        </message>
        <message>
            <source>The two programs do not understand each other. Check that both are HCMD Lab.</source>
            <translation>שתי התוכנות אינן מבינות זו את זו. בדקו ששתיהן HCMD Lab.</translation>
        </message>
        <message>
            <source>The session is over. This station can connect again when the next one is open.</source>
            <translation>הניסוי הסתיים. התחנה הזאת תוכל להתחבר שוב כשהניסוי הבא ייפתח.</translation>
        </message>
        <message>
            <source>The lab computer rejected this station ({code}).</source>
            <translation>מחשב המעבדה אינו מכניס את העמדה הזאת ({code}).</translation>
        </message>
        <message>
            <source>This computer cannot show the next page. What you have confirmed is saved, and the experimenter will help you.</source>
            <translation>המחשב הזה אינו יכול להציג את העמוד הבא. מה שאישרתם נשמר, וצוות הניסוי יעזור לכם מיד.</translation>
        </message>
        <message>
            <source>A simulated participant is playing at this station.</source>
            <translation>משתתף מדומה משחק בעמדה הזאת.</translation>
        </message>
        <message>
            <source>You are playing at this station.</source>
            <translation>אתם משחקים בעמדה הזאת.</translation>
        </message>
        <message>
            <source>Take over this seat</source>
            <translation>לתפוס את המקום הזה</translation>
        </message>
        <message>
            <source>Let the simulated participant continue</source>
            <translation>להניח למשתתף המדומה להמשיך</translation>
        </message>
        <message>
            <source>The lab computer is updating its stations.</source>
            <translation>מחשב המעבדה מעדכן את התחנות שלו.</translation>
        </message>
        <message>
            <source>This station gets a new version from the lab computer.</source>
            <translation>תחנה זו מקבלת גרסה חדשה ממחשב המעבדה.</translation>
        </message>
        <message>
            <source>This station stays at its version.</source>
            <translation>תחנה זו נשארת בגרסה שלה.</translation>
        </message>
        <message>
            <source>Clock stopped</source>
            <translation>השעון עומד</translation>
        </message>
        <message>
            <source>Almost over</source>
            <translation>הזמן עומד להסתיים</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>הזמן שנותר</translation>
        </message>
        <message>
            <source>You keep</source>
            <translation>נשארים אצלכם</translation>
        </message>
        <message>
            <source>Into the fund</source>
            <translation>לקופה</translation>
        </message>
        <message>
            <source>Click a coin to move it across.</source>
            <translation>לחצו על מטבע כדי להעביר אותו.</translation>
        </message>
        <message>
            <source>Nothing is chosen yet.</source>
            <translation>עדיין לא נבחר דבר.</translation>
        </message>
        <message>
            <source>You keep {kept}, {given} go into the fund.</source>
            <translation>נשארים אצלכם {kept}, ו־{given} נכנסים לקופה.</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>נשמר…</translation>
        </message>
        <message>
            <source>{player}: {given} into the fund, {paid} from the fund</source>
            <translation>{player}: {given} לקופה, {paid} מהקופה</translation>
        </message>
        <message>
            <source>Striped: into the fund. Filled: from the fund.</source>
            <translation>מפוספס: לקופה. מלא: מהקופה.</translation>
        </message>
        <message>
            <source>What is it about?</source>
            <translation>במה מדובר?</translation>
        </message>
        <message>
            <source>You: {text}</source>
            <translation>אתם: {text}</translation>
        </message>
        <message>
            <source>Experimenter: {text}</source>
            <translation>צוות הניסוי: {text}</translation>
        </message>
        <message>
            <source>You can write something else:</source>
            <translation>אפשר לכתוב עוד משהו:</translation>
        </message>
        <message>
            <source>Call the experimenter</source>
            <translation>קריאה לצוות הניסוי</translation>
        </message>
        <message>
            <source>What is it about? You need not write anything.</source>
            <translation>במה מדובר? לא חובה לכתוב.</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>קריאה</translation>
        </message>
        <message>
            <source>Earlier rounds</source>
            <translation>סיבובים קודמים</translation>
        </message>
        <message>
            <source>Rounds of this stage</source>
            <translation>הסיבובים בשלב הזה</translation>
        </message>
        <message>
            <source>Your coins per round</source>
            <translation>המטבעות שלכם בכל סיבוב</translation>
        </message>
        <message>
            <source>{player}
put in</source>
            <translation>{player}
לקופה</translation>
        </message>
        <message>
            <source>You
received</source>
            <translation>קיבלתם
מהקופה</translation>
        </message>
        <message>
            <source>You
earned</source>
            <translation>הרווחתם
בסיבוב</translation>
        </message>
        <message>
            <source>required</source>
            <translation>חובה</translation>
        </message>
        <message>
            <source>optional</source>
            <translation>אפשר להשאיר ריק</translation>
        </message>
        <message>
            <source>{count} of {most} characters</source>
            <translation>{count} מתוך {most} תווים</translation>
        </message>
        <message>
            <source>from {low} to {high}</source>
            <translation>מ־{low} עד {high}</translation>
        </message>
        <message>
            <source>The lab computer cannot be reached now, or has ended the session. Nothing you confirmed is lost.</source>
            <translation>לא ניתן להגיע כעת למחשב המעבדה, או שהוא סיים את הניסוי. דבר ממה שאישרתם לא אבד.</translation>
        </message>
        <message>
            <source>The connection to the lab computer is lost. This computer keeps trying to restore it; nothing you confirmed is lost.</source>
            <translation>החיבור למחשב המעבדה נותק. המחשב הזה ממשיך לנסות לחדש אותו; דבר ממה שאישרתם לא אבד.</translation>
        </message>
        <message>
            <source>The connection to the lab computer is lost. This computer keeps trying to restore it; the clock is stopped for now.</source>
            <translation>החיבור למחשב המעבדה נותק. המחשב הזה ממשיך לנסות לחדש אותו; השעון עומד בינתיים.</translation>
        </message>
        <message>
            <source>The connection to the lab computer is still lost. The time of this page may be running: please raise your hand.</source>
            <translation>החיבור למחשב המעבדה עדיין מנותק. ייתכן שהזמן של העמוד הזה רץ: נא להרים יד.</translation>
        </message>
        <message>
            <source>One of the computers has no connection now. The clock is stopped for now.</source>
            <translation>לאחד המחשבים אין כרגע חיבור. השעון עומד בינתיים.</translation>
        </message>
        <message>
            <source>Your time stands still. Please wait here; you need not do anything.</source>
            <translation>הזמן שלכם עומד. אנא המתינו כאן; אין צורך לעשות דבר.</translation>
        </message>
        <message>
            <source>The experimenter has paused</source>
            <translation>צוות הניסוי השהה את המשחק</translation>
        </message>
        <message>
            <source>The game is paused</source>
            <translation>המשחק מושהה</translation>
        </message>
        <message>
            <source>One of the computers has no connection now.</source>
            <translation>לאחד המחשבים אין כרגע חיבור.</translation>
        </message>
        <message>
            <source>Write back</source>
            <translation>כתיבת תשובה</translation>
        </message>
        <message>
            <source>Not right</source>
            <translation>לא נכון</translation>
        </message>
        <message>
            <source>Read the instructions again (F3)</source>
            <translation>לקרוא שוב את ההוראות (F3)</translation>
        </message>
        <message>
            <source>Call for help</source>
            <translation>קריאה לעזרה</translation>
        </message>
        <message>
            <source>Call the experimenter (F1)</source>
            <translation>קריאה לצוות הניסוי (F1)</translation>
        </message>
        <message>
            <source>So far: {coins}</source>
            <translation>עד כה: {coins}</translation>
        </message>
        <message>
            <source>Called for help</source>
            <translation>נקראה עזרה</translation>
        </message>
        <message>
            <source>The vote</source>
            <translation>ההצבעה</translation>
        </message>
        <message>
            <source>Stage {stage} of {stages}</source>
            <translation>שלב {stage} מתוך {stages}</translation>
        </message>
        <message>
            <source>{practice}, not paid</source>
            <translation>{practice}, ללא תשלום</translation>
        </message>
        <message>
            <source>{stage} · Round {round} of {rounds}</source>
            <translation>{stage} · סיבוב {round} מתוך {rounds}</translation>
        </message>
        <message>
            <source>You</source>
            <translation>אתם</translation>
        </message>
        <message>
            <source>Player {letter}</source>
            <translation>שחקן {letter}</translation>
        </message>
        <message>
            <source>This could not be saved. Please try again, or raise your hand.</source>
            <translation>לא היה אפשר לשמור. נסו שוב או הרימו יד.</translation>
        </message>
        <message>
            <source>That was too quick. Please try once more.</source>
            <translation>זה היה מהיר מדי. נסו פעם נוספת.</translation>
        </message>
        <message>
            <source>Someone has already started at this computer. Please raise your hand.</source>
            <translation>מישהו כבר התחיל במקום הזה. אנא הרימו יד.</translation>
        </message>
        <message>
            <source>This label is not on the list. Please check it, or raise your hand.</source>
            <translation>התווית אינה ברשימה. בדקו אותה או הרימו יד.</translation>
        </message>
        <message>
            <source>This label has already been used in this session. Please raise your hand.</source>
            <translation>התווית הזו כבר שימשה בניסוי הזה. הרימו יד.</translation>
        </message>
        <message>
            <source>Someone with this label has already taken part in this study. Please raise your hand.</source>
            <translation>התווית הזו כבר השתתפה במחקר הזה. הרימו יד.</translation>
        </message>
        <message>
            <source>You do not have a place yet. Please wait a moment.</source>
            <translation>עדיין אין לכם מקום. המתינו רגע.</translation>
        </message>
        <message>
            <source>Your part has ended. Please remain seated.</source>
            <translation>החלק שלכם הסתיים. אנא הישארו במקומכם.</translation>
        </message>
        <message>
            <source>The time for this is up. Please continue with what is shown now.</source>
            <translation>הזמן לכך הסתיים. המשיכו עם מה שמוצג כעת.</translation>
        </message>
        <message>
            <source>Your first choice is saved and stays as it is.</source>
            <translation>הבחירה הראשונה שלכם נשמרה ואינה משתנה.</translation>
        </message>
        <message>
            <source>This is not possible right now. Please try again in a moment.</source>
            <translation>זה אינו אפשרי כרגע. נסו שוב בעוד רגע.</translation>
        </message>
        <message>
            <source>This was not typed in a valid form. Please type it again.</source>
            <translation>אי אפשר להשתמש בזה כפי שהוקלד. הקלידו שוב בבקשה.</translation>
        </message>
        <message>
            <source>The session is over. Thank you.</source>
            <translation>הניסוי הסתיים. תודה.</translation>
        </message>
        <message>
            <source>This was not possible. Please raise your hand.</source>
            <translation>זה לא היה אפשרי. אנא הרימו יד.</translation>
        </message>
        <message>
            <source>Your coins per round: {list}</source>
            <translation>המטבעות שלכם בכל סיבוב: {list}</translation>
        </message>
        <message>
            <source>Fund: {coins}</source>
            <translation>קופה: {coins}</translation>
        </message>
        <message>
            <source>Fund: {coins} × {factor} = {grown}</source>
            <translation>קופה: {coins} × {factor} = {grown}</translation>
        </message>
        <message>
            <source>Coins at the start</source>
            <translation>מטבעות בהתחלה</translation>
        </message>
        <message>
            <source>The fund is divided among the players</source>
            <translation>הקופה מתחלקת בין השחקנים</translation>
        </message>
        <message>
            <source>Fund</source>
            <translation>קופה</translation>
        </message>
        <message>
            <source>Each player's coins per round, on average, rounded</source>
            <translation>המטבעות של כל שחקן בסיבוב, בממוצע, מעוגל</translation>
        </message>
        <message>
            <source>Your choice</source>
            <translation>הבחירה שלכם</translation>
        </message>
        <message numerus="yes">
            <source>Your time was up: {n} coin(s) (was|were) put in for you</source>
            <translation>
                <numerusform>הזמן שלכם תם: מטבע אחד הוכנס בשמכם לקופה</numerusform>
                <numerusform>הזמן שלכם תם: {n} מטבעות הוכנסו בשמכם לקופה</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The experimenter ended this page: {n} coin(s) (was|were) put in for you</source>
            <translation>
                <numerusform>צוות הניסוי סיים את העמוד: מטבע אחד הוכנס בשמכם לקופה</numerusform>
                <numerusform>צוות הניסוי סיים את העמוד: {n} מטבעות הוכנסו בשמכם לקופה</numerusform>
            </translation>
        </message>
        <message>
            <source>Your time was up: no vote was counted for you</source>
            <translation>הזמן שלכם תם: לא נספר קול בשמכם</translation>
        </message>
        <message>
            <source>The experimenter ended this page: no vote was counted for you</source>
            <translation>צוות הניסוי סיים את העמוד: לא נספר קול בשמכם</translation>
        </message>
        <message numerus="yes">
            <source>If you have not confirmed by {time}, {n} coin(s) (goes|go) into the fund for you.</source>
            <translation>
                <numerusform>אם לא תאשרו עד {time}, מטבע אחד ייכנס בשמכם לקופה.</numerusform>
                <numerusform>אם לא תאשרו עד {time}, ‏{n} מטבעות ייכנסו בשמכם לקופה.</numerusform>
            </translation>
        </message>
        <message>
            <source>If you have not confirmed by {time}, no vote is counted for you.</source>
            <translation>אם לא תאשרו עד {time}, לא ייספר קול בשמכם.</translation>
        </message>
        <message>
            <source>At {time} this page closes automatically.</source>
            <translation>ב־{time} העמוד הזה ייסגר מעצמו.</translation>
        </message>
        <message>
            <source>Station {station} – HCMD Lab</source>
            <translation>עמדה {station} – HCMD Lab</translation>
        </message>
        <message>
            <source>Too long: at most {most} characters fit, and these are {count}.</source>
            <translation>ארוך מדי: אפשר לכל היותר {most} תווים, וכאן {count}.</translation>
        </message>
    </context>
</TS>
