import { type NameList, names } from './name-list.ts';

const chinese: NameList = {
  share: 45,
  ownScript: true,
  familyFirst: true,
  given: names(`
    安琪/Anqi 博文/Bowen 晨曦/Chenxi 丹/Dan 芳/Fang 国强/Guoqiang 浩然/Haoran 慧敏/Huimin 佳怡/Jiayi 建华/Jianhua
    静/Jing 俊杰/Junjie 凯/Kai 丽华/Lihua 美玲/Meiling 明哲/Mingzhe 宁/Ning 鹏/Peng 倩/Qian 瑞/Rui 诗涵/Shihan
    思远/Siyuan 天宇/Tianyu 文静/Wenjing 晓东/Xiaodong 欣妍/Xinyan 雪/Xue 雅婷/Yating 一诺/Yinuo 宇轩/Yuxuan
    泽宇/Zeyu 志强/Zhiqiang 梓涵/Zihan 子墨/Zimo`),
  family: names(`
    陈/Chen 程/Cheng 邓/Deng 董/Dong 范/Fan 冯/Feng 高/Gao 郭/Guo 韩/Han 何/He 胡/Hu 黄/Huang 蒋/Jiang 李/Li 梁/Liang
    林/Lin 刘/Liu 陆/Lu 罗/Luo 马/Ma 欧阳/Ouyang 潘/Pan 彭/Peng 钱/Qian 司马/Sima 宋/Song 孙/Sun 唐/Tang 王/Wang
    魏/Wei 吴/Wu 谢/Xie 徐/Xu 许/Xu 杨/Yang 叶/Ye 于/Yu 袁/Yuan 张/Zhang 赵/Zhao 郑/Zheng 周/Zhou 朱/Zhu 诸葛/Zhuge`),
};

const japanese: NameList = {
  share: 35,
  ownScript: true,
  familyFirst: true,
  given: names(`
    葵/Aoi 明美/Akemi 彩花/Ayaka 千尋/Chihiro 恵子/Keiko 遥/Haruka 陽菜/Hina 香織/Kaori 美咲/Misaki 七海/Nanami
    さくら/Sakura 翔太/Shota 大輔/Daisuke 英樹/Hideki 浩/Hiroshi 健太/Kenta 和也/Kazuya 誠/Makoto 直樹/Naoki 蓮/Ren
    涼/Ryo 悟/Satoru 拓海/Takumi 徹/Toru 裕子/Yuko 優花/Yuka 悠真/Yuma 由美/Yumi`),
  family: names(`
    青木/Aoki 藤原/Fujiwara 後藤/Goto 長谷川/Hasegawa 林/Hayashi 橋本/Hashimoto 石川/Ishikawa 伊藤/Ito 加藤/Kato
    木村/Kimura 小林/Kobayashi 近藤/Kondo 松本/Matsumoto 三浦/Miura 森/Mori 村上/Murakami 中島/Nakajima 西村/Nishimura
    岡田/Okada 小野寺/Onodera 大塚/Otsuka 斎藤/Saito 坂本/Sakamoto 佐々木/Sasaki 清水/Shimizu 鈴木/Suzuki 高橋/Takahashi
    田中/Tanaka 上田/Ueda 渡辺/Watanabe 山口/Yamaguchi 吉田/Yoshida`),
};

const korean: NameList = {
  share: 25,
  ownScript: true,
  familyFirst: true,
  given: names(`
    다은/Da-eun 동현/Dong-hyun 가은/Ga-eun 하늘/Ha-neul 하준/Ha-jun 혜진/Hye-jin 현우/Hyun-woo 지훈/Ji-hoon 지우/Ji-woo
    준서/Jun-seo 민지/Min-ji 민호/Min-ho 나영/Na-young 상철/Sang-chul 서연/Seo-yeon 성민/Sung-min 수빈/Su-bin 태윤/Tae-yoon
    예린/Ye-rin 은지/Eun-ji 윤서/Yoon-seo`),
  family: names(`
    안/Ahn 배/Bae 백/Baek 조/Cho 최/Choi 강/Kang 한/Han 황보/Hwangbo 장/Jang 정/Jeong 김/Kim 권/Kwon 이/Lee 임/Lim
    문/Moon 남궁/Namgung 노/Noh 오/Oh 박/Park 서/Seo 신/Shin 송/Song 유/Yoo 윤/Yoon`),
};

const vietnamese: NameList = {
  share: 30,
  given: names(`
    Ánh_Nguyệt Bảo_Châu Bích_Ngọc Cẩm_Tú Diệu_Linh Hồng_Nhung Kim_Ngân Lan_Hương Mai_Phương Ngọc_Ánh Phương_Thảo Quỳnh_Anh
    Thanh_Hằng Thị_Minh_Khai Thu_Trang Tuyết_Mai Xuân_Quỳnh Yến_Nhi Anh_Tuấn Bảo_Long Công_Phượng Đình_Trọng Đức_Huy
    Gia_Huy Hoàng_Nam Hữu_Phước Minh_Quân Ngọc_Hải Quang_Dũng Quốc_Bảo Thành_Đạt Tiến_Linh Trung_Kiên Văn_Hậu Việt_Hoàng`),
  family:
    names(`Bùi Châu Đặng Đinh Đỗ Dương Hà Hồ Hoàng Huỳnh Lê Lương Lý Mạc Ngô Nguyễn Phạm Phan Quách Tạ Tôn Trần Triệu
    Trịnh Trương Võ Vũ Vương`),
};

const southAsian: NameList = {
  share: 95,
  given: names(`
    Aditi Aishwarya Amrita Anjali Ananya Bhavana Chandrika Deepika Divya Farzana Gayatri Harini Ishita Jahnavi Kavitha
    Kiran Lakshmi Lavanya Madhuri Meenakshi Nandini Nasreen Neha Padmavathi Pallavi Pooja Priyanka Radhika Rukhsana
    Sangeetha Saraswati Shalini Shreya Sinthuja Sunita Swati Tanvi Thenmozhi Urmila Vaishnavi Yamini Zainab Abhishek
    Aditya Ajay Akash Amol Anand Anirudh Arjun Ashwin Balakrishnan Bhaskar Chandrasekhar Dharmesh Dinesh Eshan Farhan
    Ganesh Gaurav Gopalakrishnan Harpreet Imran Jayanth Karthik Kunal Lalit Mahesh Manoj Mohammed Muralidharan Naveen
    Nikhil Omkar Pradeep Pranav Rajesh Ramanathan Rohan Sachin Sandeep Sanjay Siddharth Subramaniam Suresh Tharindu
    Uday Venkatesh Vijay Vikram Yusuf`),
  family: names(`
    Agarwal Ahmed Ansari Bandyopadhyay Banerjee Bhatt Bhattacharya Bose Chakraborty Chandrasekaran Chaudhary Chopra Das
    Desai Deshpande Dhillon Dutta Fernando Gandhi Ganguly Ghosh Goswami Gunawardena Gupta Hussain Iyer Jayasuriya Jain
    Joshi Kapoor Kaur Khan Krishnamurthy Kulkarni Kumar Lakshminarayanan Mahajan Malhotra Mehta Menon Mishra Mukherjee
    Nair Namboodiripad Narayanan Pandey Parthasarathy Patel Patil Pillai Pradhan Prajapati Qureshi Raghavan Rajapaksa
    Rajan Rao Rathore Reddy Saxena Sen Sengupta Shah Sharma Shetty Siddiqui Singh Sivakumar Srinivasan Subramanian
    Swaminathan Tagore Thakur Trivedi Upadhyay Varma Venkataraghavan Wickramasinghe Yadav`),
};

const southEastAsian: NameList = {
  share: 45,
  given: names(`
    Ayu Citra Dewi Fitriani Indah Intan Kartika Lestari Melati Nur_Aisyah Permata Puspita Putri Ratna Siti_Nurhaliza
    Wulandari Adi Agus Bambang Budi Dimas Eko Fajar Gunawan Hendra Iskandar Joko Muhammad_Hafiz Nugroho Rizky Surya
    Wahyu Yudhistira Angelica Corazon Divina Jasmine Liezel Ligaya Maricel Rosario Alonzo Benigno Crisanto Efren Jomar
    Rodrigo Apinya Chanthira Kanokwan Malee Niran Pimchanok Somchai Thanawat Wei_Ling Xin_Yi Jun_Hao Kai_Xiang Mei_Fen`),
  family: names(`
    Abdullah Adiputra Aquino Atmadja Bautista Chaiyasit Dela_Cruz Dimaculangan Goh Hadiningrat Halim Hartono Ibrahim
    Ismail Kusuma Lim Macapagal Magsaysay Mangunkusumo Ng Ong Pangilinan Prasetyo Pratama Rahardjo Ramos Saetang
    Santos Saputra Setiawan Simanjuntak Sriwattanakul Sukarno Suryadi Tan Tanaka-Reyes Tantiwongse Teo Villanueva
    Wibowo Wijaya Wongsakul Yap Yulianti Zulkifli`),
};

export const asia: NameList[] = [chinese, japanese, korean, vietnamese, southAsian, southEastAsian];
