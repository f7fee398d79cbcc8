import { type NameList, names } from './name-list.ts';

const scandinavian: NameList = {
  share: 50,
  given: names(`
    Agnetha Åsa Astrid Birgitta Bodil Dagny Ebba Elin Freja Gerd Gunvor Hedda Hjördís Ingeborg Ingrid Kaja Karin Kirsten
    Liv Lovisa Märta Maja Maren Oda Ragnhild Saga Signe Sigrún Siri Solveig Sunniva Synnøve Tuva Þórdís Ylva Åke Aksel
    Anders Arne Bengt Bjarne Björn Bo Eirik Erlend Frode Gösta Gunnar Håkon Halvard Henrik Hjalmar Jörgen Jørn Kåre Kjell
    Lars-Erik Leif Magnús Mikkel Nils Odd Ólafur Ørjan Rasmus Rolf Rune Sigurður Sören Søren Stellan Sven Sverre Tor
    Trygve Ulf Vidar`),
  family: names(`
    Aasen Ahlgren Andersson Bakke Berglund Bjørnstad Blomqvist Bråten Brøndum Christensen Dahl Edström Eide Einarsson
    Ekström Engström Fjeld Forsberg Frederiksen Fossum Gudmundsson Gunnarsson Haakonsen Hägg Hedlund Hellström Holm
    Højgaard Isaksson Jakobsen Jóhannsson Jørgensen Kjærgaard Kristoffersen Lindholm Ljungberg Lund Løvaas Malmström
    Mikkelsen Myhre Mørk Nygård Nyström Næss Öberg Ødegård Ohlsson Øvrebø Rønning Rasmussen Sandberg Sjögren Skoglund
    Sørensen Stenmark Strand Sæther Söderberg Sundby Thorvaldsen Tveit Vinterberg Wallin Vik Åberg Åkesson`),
};

const finnishAndBaltic: NameList = {
  share: 25,
  given: names(`
    Aino Anneli Hanna-Mari Helmi Iida Kaisa Kerttu Leena Marjatta Mirja Päivi Riikka Sanni Tuuli Väinämö Antti Eero Heikki
    Jukka-Pekka Kalevi Mikko Olli Pertti Sampo Tapio Väinö Yrjö Ieva Kristīne Līga Māra Vaiva Živilė Jānis Mārtiņš
    Mindaugas Žygimantas Kadri Liis Pille Tiiu Jüri Märt Tõnu`),
  family: names(`
    Aaltonen Hämäläinen Heikkinen Järvinen Jokinen Kettunen Koskinen Laaksonen Lehtonen Mäkelä Mäkinen Mustonen Niemelä
    Nieminen Pöysti Räsänen Saarinen Salminen Tuominen Väisänen Virtanen Bērziņš Kalniņš Ozoliņš Ābele Jankauskas
    Kazlauskas Petrauskas Vasiliauskas Kask Mägi Põder Rebane Tamm`),
};

const polish: NameList = {
  share: 50,
  agree: (given, family) =>
    given.endsWith('a') ? family.replace(/(s|c|dz)ki\b/gu, '$1ka') : family.replace(/(s|c|dz)ka\b/gu, '$1ki'),
  secondFamily: 'hyphen',
  given: names(`
    Agnieszka Aleksandra Aniela Beata Bożena Celina Danuta Dorota Elżbieta Ewa Grażyna Halina Hanna Iwona Jadwiga Joanna
    Jolanta Justyna Kinga Łucja Małgorzata Martyna Nadzieja Oliwia Róża Stanisława Urszula Wanda Wiesława Zofia Żaneta
    Adam Andrzej Bartłomiej Bogdan Błażej Cezary Czesław Dariusz Dawid Eugeniusz Franciszek Grzegorz Henryk Jacek
    Jarosław Jędrzej Kacper Kazimierz Krzysztof Łukasz Maciej Mateusz Michał Mieczysław Paweł Przemysław Radosław
    Ryszard Sławomir Stanisław Szymon Tadeusz Wacław Wiesław Witold Wojciech Zbigniew`),
  family: names(`
    Adamczyk Bąk Baran Błaszczyk Borkowska Brzęczyszczykiewicz Chmielewski Cieślak Czarnecka Dąbrowski Duda Dziedzic
    Gajewska Głowacki Górska Grabowski Jabłońska Jankowski Jaworska Kaczmarek Kamińska Kołodziej Kowalczyk Kowalska
    Kozłowski Krajewska Krawczyk Król Kubiak Kucharska Lewandowski Lis Łuczak Maciejewska Majewski Malinowska Marciniak
    Mazur Michalska Mróz Nowakowski Olszewska Ostrowski Pawlak Piątek Pietrzak Piotrowska Przybylski Rutkowska Sadowski
    Sikora Sobczak Stępień Szczepański Szulc Szymańska Tomaszewski Urbańska Walczak Wąsik Wiśniewska Włodarczyk Wójcik
    Woźniak Wróblewska Zając Zalewski Zawadzka Zieliński Żukowska`),
};

const centralEuropean: NameList = {
  share: 55,
  given: names(`
    Alžběta Anežka Barbora Božena Dagmar Eliška Hana Kateřina Ludmila Markéta Růžena Šárka Tereza Veronika Bohumil Dušan
    Jiří Kryštof Ladislav Matěj Miloš Ondřej Přemysl Řehoř Stanislav Štěpán Vítězslav Zdeněk Ágnes Anikó Boglárka Csilla
    Enikő Erzsébet Fruzsina Gyöngyi Ildikó Katalin Orsolya Réka Zsófia Ádám András Attila Balázs Bálint Dezső Ferenc
    Gábor György István János László Lőrinc Miklós Péter Sándor Szabolcs Tibor Zoltán Zsolt Ana-Maria Cătălina Crina
    Ionela Mădălina Ruxandra Ștefania Bogdan Ciprian Dragoș Ionuț Mihai Răzvan Ștefan Vlad Dragana Jelena Ljiljana
    Nevena Snežana Vesna Đorđe Goran Hrvoje Ivica Mladen Nebojša Slobodan Špela Željko Žiga`),
  family: names(`
    Beneš Bureš Černý Dvořák Fiala Hájek Horák Jelínek Kadlec Kolář Krejčí Kučera Málek Mareš Novotný Němec
    Pokorný Procházka Říha Růžička Svoboda Šimek Štěpánek Urban Veselý Vaněk Zeman Bíró Bogdányi Csizmadia Farkas
    Fehér Fekete Gulyás Hegedűs Horváth Juhász Kőszegi Lakatos Mészáros Mocsáry Nagy Németh Oláh Szabó Szűcs Takács Tóth
    Varga Vörös Albu Bălan Ciobanu Constantinescu Dumitrescu Ionescu Lupu Munteanu Niculescu Popescu Radu Stănescu
    Țurcanu Vasilescu Babić Čolić Đurić Đukanović Filipović Horvat Jovanović Kovačević Marković Nikolić Obradović Petrović
    Radić Stojanović Šarić Tomić Vuković Zupančič Žižek`),
};

const cyrillic: NameList = {
  share: 40,
  ownScript: true,
  given: names(`
    Анастасія/Anastasiia Богдана/Bohdana Галина/Halyna Дарина/Daryna Зоряна/Zoriana Катерина/Kateryna Леся/Lesia
    Надія/Nadiia Оксана/Oksana Соломія/Solomiia Андрій/Andrii Богдан/Bohdan Василь/Vasyl Дмитро/Dmytro Ігор/Ihor
    Микола/Mykola Олексій/Oleksii Остап/Ostap Тарас/Taras Ярослав/Yaroslav Алина/Alina Дарья/Darya Екатерина/Ekaterina
    Ксения/Ksenia Людмила/Lyudmila Наталья/Natalya Полина/Polina Светлана/Svetlana Татьяна/Tatyana Алексей/Alexey
    Григорий/Grigory Дмитрий/Dmitry Евгений/Evgeny Кирилл/Kirill Максим/Maksim Никита/Nikita Павел/Pavel Сергей/Sergey
    Фёдор/Fyodor Юрий/Yury Десислава/Desislava Красимира/Krasimira Цветелина/Tsvetelina Борислав/Borislav
    Георги/Georgi Любомир/Lyubomir`),
  family: names(`
    Бондаренко/Bondarenko Гончарук/Honcharuk Довженко/Dovzhenko Іваненко/Ivanenko Кравченко/Kravchenko
    Лисенко/Lysenko Мельничук/Melnychuk Павленко/Pavlenko Савченко/Savchenko Ткаченко/Tkachenko Шевчук/Shevchuk
    Щербак/Shcherbak Юрченко/Yurchenko Григоренко/Hryhorenko Коваленко/Kovalenko Остапчук/Ostapchuk
    Романюк/Romaniuk Захарчук/Zakharchuk Дмитренко/Dmytrenko Левченко/Levchenko Клименко/Klymenko Марченко/Marchenko
    Полищук/Polishchuk Симоненко/Symonenko Руденко/Rudenko Черненко/Chernenko Яременко/Yaremenko`),
};

const georgian: NameList = {
  share: 7,
  ownScript: true,
  given: names(`
    ანა/Ana ეკატერინე/Ekaterine თამარ/Tamar ნინო/Nino ქეთევან/Ketevan გიორგი/Giorgi დავით/Davit ზურაბ/Zurab
    ლევან/Levan შოთა/Shota`),
  family: names(`
    ბერიძე/Beridze გელაშვილი/Gelashvili კვარაცხელია/Kvaratskhelia ლომიძე/Lomidze მაისურაძე/Maisuradze
    წიკლაური/Tsiklauri`),
};

const armenian: NameList = {
  share: 6,
  ownScript: true,
  given: names(`Անահիտ/Anahit Լուսինե/Lusine Մարիամ/Mariam Արամ/Aram Հայկ/Hayk Տիգրան/Tigran`),
  family: names(
    `Գրիգորյան/Grigoryan Հակոբյան/Hakobyan Պետրոսյան/Petrosyan Սարգսյան/Sargsyan Ավետիսյան/Avetisyan`,
  ),
};

export const northernAndEasternEurope: NameList[] = [
  scandinavian,
  finnishAndBaltic,
  polish,
  centralEuropean,
  cyrillic,
  georgian,
  armenian,
];
