import { type NameList, names } from './name-list.ts';

const arabic: NameList = {
  share: 60,
  language: 'Arabic',
  ownScript: true,
  given: names(`
    آمنة/Amina أسماء/Asmaa بشرى/Bushra دانا/Dana هدى/Huda هناء/Hanaa إيمان/Iman جميلة/Jamila خديجة/Khadija ليلى/Layla
    لبنى/Lubna مريم/Maryam منى/Mona نادية/Nadia نور/Nour رانيا/Rania ريم/Reem سعاد/Souad سلمى/Salma شيماء/Shaimaa
    ياسمين/Yasmin زهرة/Zahra عبد_الرحمن/Abdulrahman عبد_الله/Abdullah أحمد/Ahmad علي/Ali أنس/Anas بلال/Bilal
    فيصل/Faisal حسن/Hassan حسين/Hussein إبراهيم/Ibrahim خالد/Khaled كريم/Karim محمود/Mahmoud مروان/Marwan محمد/Mohammed
    مصطفى/Mustafa نبيل/Nabil عمر/Omar رامي/Rami سعيد/Said سامي/Sami طارق/Tariq وليد/Walid يوسف/Youssef زياد/Ziad`),
  family: names(`
    عبد_العزيز/Abdelaziz عواد/Awad بكري/Bakri بن_علي/Ben_Ali بوزيد/Bouzid درويش/Darwish الفاسي/El_Fassi فخري/Fakhry
    حداد/Haddad حجازي/Hijazi الحسيني/Al-Husseini جابر/Jaber خليل/Khalil الخطيب/Al-Khatib خوري/Khoury المالكي/Al-Maliki
    منصور/Mansour مراد/Mourad النجار/Al-Najjar ناصر/Nasser قاسم/Qasim رحال/Rahhal صالح/Saleh سليمان/Suleiman شاهين/Shaheen
    الطيب/Al-Tayeb طه/Taha وهبي/Wehbe زيدان/Zidan`),
};

const hebrew: NameList = {
  share: 14,
  ownScript: true,
  given: names(`
    אביגיל/Avigail דבורה/Dvora הדס/Hadas יעל/Yael מיכל/Michal נועה/Noa רחל/Rachel שירה/Shira תמר/Tamar אורי/Uri
    איתן/Eitan גדעון/Gideon דניאל/Daniel יונתן/Yonatan נועם/Noam עמית/Amit`),
  family: names(`
    אברהם/Avraham ברק/Barak כהן/Cohen פרידמן/Friedman גולן/Golan הלוי/Halevi לוי/Levy מזרחי/Mizrahi פרץ/Peretz
    רוזנברג/Rosenberg שפירא/Shapira`),
};

const persian: NameList = {
  share: 16,
  ownScript: true,
  given: names(`
    رضا/Reza کیان/Kian آرش/Arash بهرام/Bahram سیاوش/Siavash داریوش/Dariush شیرین/Shirin نیلوفر/Niloufar پریسا/Parisa
    مهسا/Mahsa زهره/Zohreh لاله/Laleh`),
  family: names(`
    احمدی/Ahmadi بهبهانی/Behbahani فرهادی/Farhadi حسینی/Hosseini کاظمی/Kazemi محمدی/Mohammadi نوروزی/Norouzi رستمی/Rostami
    تهرانی/Tehrani شیرازی/Shirazi`),
};

const african: NameList = {
  share: 75,
  given: names(`
    Abimbola Adaeze Adenike Ama Amahle Asha Ayodele Bisi Chiamaka Chidinma Efua Esi Folasade Funmilayo Habiba Ifeoma
    Kehinde Lindiwe Makena Mariama Mbali Naledi Ngozi Nkechi Nomvula Nyambura Obiageli Oluwaseun Olúfúnmiláyọ̀ Rehema
    Sibongile Thandiwe Wanjiru Yetunde Zanele Zawadi Abebe Adebayo Akwasi Babajide Baraka Bongani Chinedu Chukwuemeka
    Dumisani Ekow Emeka Femi Gebreyesus Haile Ikenna Jabulani Kamau Kofi Kwabena Kwame Lamine Lethabo Mandla Mamadou
    Moussa Ndidi Obinna Olumide Ọláyínká Onyekachi Ousmane Sekou Segun Sipho Tafari Tendai Themba Thabo Tunde Uchenna
    Wanyama Yaw Zola`),
  family: names(`
    Abara Abiodun Achebe Adeyemi Adichie Afolabi Agyeman Akintola Akinwándé Amoah Anyanwu Appiah Asante Asfaw Azikiwe
    Bahati Balogun Banda Bekele Boateng Botha Cissé Coulibaly Dembélé Diallo Diop Dlamini Ekwueme Ezeigbo Fashola
    Gebremariam Gitonga Igwe Ilunga Kariuki Keïta Khumalo Kimathi Kone Koroma Lumumba Mabaso Makeba Mandela-Nkosi Mbeki
    Mensah Mhlongo Mkhize Molefe Mokoena Muthoni Mwangi N'Diaye N'Guessan Naidoo Ndlovu Ngugi Nkrumah Nwosu Obi Odhiambo
    Ogunleye Okafor Okonkwo Okoye Onyango Osei Otieno Owusu Sesay Sithole Sow Tadesse Tembo Touré Traoré Tshabalala
    Uwimana van_der_Merwe Wanjala Zulu`),
};

const pacific: NameList = {
  share: 12,
  given: names(`
    Aroha Hinemoa Kahurangi Mere Ngaio Tūī Whetū Anaru Hēmi Manaia Rāwiri Tāne Wiremu Kaʻiulani Leilani Noelani Kekoa
    Keoni Nalani Sefina Tevita Sione Losaline`),
  family: names(`
    Henare Kawharu Kereama Mahuta Ngata Paewai Parata Pōtae Rāpana Tāwhiao Te_Kanawa Te_Rangi_Hīroa Waititi Kahananui
    Kamakawiwoʻole Kealoha Faleafa Tuilagi Vunipola`),
};

export const africaAndMiddleEast: NameList[] = [arabic, hebrew, persian, african, pacific];
