import { between, pick, type Random } from './random'

interface Culture {
  title: string
  given: readonly string[]
  family: readonly string[]
  /** Family name first, as in Vietnamese and Chinese. */
  familyFirst?: boolean
  /** Many people write an initial between their names. */
  initials?: boolean
}

const words = (text: string) => text.split(' ')

const india: Culture = {
  title: 'Dr.',
  initials: true,
  given: words('Aarav Aditi Ajay Akash Amit Ananya Anil Anita Anjali Arjun Arun Asha Bhavna Chitra Deepa Deepak Divya Farhan Ganesh Gauri Geeta '
    + 'Harish Indira Ishaan Jaya Kabir Kamala Karthik Kavita Kiran Lakshmi Madhavi Mahesh Manoj Meena Meera Mohan Mukesh Nandini Naveen Neha '
    + 'Nikhil Nisha Pooja Prakash Pranav Priya Radha Rahul Rajesh Ramesh Ravi Rekha Rohan Sachin Sandhya Sanjay Shalini Shreya Sunil Sunita '
    + 'Suresh Swati Tanvi Uma Usha Varun Vidya Vijay Vikram Vinod Yash'),
  family: words('Acharya Agarwal Banerjee Bhat Bhatt Bose Chandra Chatterjee Choudhury Das Desai Deshpande Dutta Fernandes Gandhi Ghosh Goswami '
    + 'Gupta Iyengar Iyer Jain Jha Joshi Kamath Kapoor Kaur Khan Khanna Kulkarni Kumar Mahajan Malhotra Mehta Menon Mishra Mukherjee Nair '
    + 'Naidu Pandey Patel Patil Pillai Prasad Qureshi Rao Rathore Reddy Saxena Sen Shah Sharma Shetty Shukla Singh Sinha Srinivasan '
    + 'Subramaniam Thakur Thomas Trivedi Varghese Varma Venkatesan Verma Yadav'),
}
const hindi: Culture = {
  title: 'डॉ.',
  given: words('अनन्या अमित आरती कविता गीता दीपक नेहा प्रिया पूजा मीना मोहन रवि राजेश रेखा लक्ष्मी विजय शांति संजय सुनीता हरीश'),
  family: words('अग्रवाल कुलकर्णी गुप्ता जोशी तिवारी त्रिवेदी पाटिल पांडे मिश्रा यादव वर्मा शर्मा शुक्ला श्रीवास्तव सक्सेना सिंह'),
}
const arabic: Culture = {
  title: 'د.',
  given: words('أحمد آمنة حسن خالد رنا زينب سارة عائشة علي عمر فاطمة كريم ليلى محمد مريم منى نور هدى ياسمين يوسف'),
  family: words('البغدادي الحسن الخطيب الزهراني السيد الشامي العمري القاسم المصري النجار بركات حداد خوري درويش سليمان صالح منصور'),
}
const vietnam: Culture = {
  title: 'Dr.',
  familyFirst: true,
  given: ['Anh Thư', 'Bảo Ngọc', 'Đức Huy', 'Hồng Nhung', 'Hữu Phước', 'Khánh Linh', 'Minh Khai', 'Mỹ Duyên', 'Ngọc Ánh', 'Phương Thảo',
    'Quốc Việt', 'Thanh Hằng', 'Thị Tuyết', 'Thu Hiền', 'Tiến Dũng', 'Văn Hậu', 'Xuân Trường', 'Ý Nhi'],
  family: words('Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'),
}
const europe: Culture = {
  title: 'Dr.',
  given: words('Agnieszka Björn Chloé Dimitris Elif Émile Giulia Håkon Ioana Jürgen Katarzyna Łukasz Małgorzata Niamh Óscar Siobhán Søren Zoë'),
  family: words("Andersson Çelik Dvořák Fernández Grünwald Høgh Ibáñez Kovács Lefèvre Müller Nowak O'Brien Papadopoulos Popescu Šimić Sørensen Vaz Żak"),
}
const africa: Culture = {
  title: 'Dr.',
  given: words('Abebe Adaeze Amina Chinedu Fatoumata Kwame Lindiwe Makena Naledi Olúwaṣeun Thabo Wanjiru Yaw Zanele'),
  family: words('Adeyemi Bekele Diallo Dlamini Kamau Mensah Mbeki Moyo Ndlovu Nkosi Okafor Okonkwo Osei Traoré Wanyama'),
}
const eastAsia: Culture = {
  title: 'Dr.',
  familyFirst: true,
  given: ['Haruka', 'Hui Min', 'Jia Wei', 'Ji-woo', 'Kenji', 'Lan', 'Mei Ling', 'Min-jun', 'Ming', 'Seo-yeon', 'Xiaomei', 'Xiulan', 'Yuki', 'Zhihao'],
  family: words('Chan Chen Choi Huang Kim Lee Lim Liu Park Satō Suzuki Tan Tanaka Wang Wong Yamamoto Zhang'),
}

const CULTURES = [india, vietnam, india, hindi, india, arabic, india, europe, india, india, africa, india, eastAsia, india, hindi, india]
// South Indian names can be this long; a column's header must bear it.
const LONG_NAME = 'Venkata Narasimha Rajuvaripeta Satyanarayana Lakshminarasimhan Ramanathapuram Krishnamoorthy'

/** The name of the `index`-th person of a group; doctors bear their title. One name in 170 is a long one. */
export function personName(random: Random, index: number, isDoctor: boolean): string {
  const culture = CULTURES[index % CULTURES.length]!
  const [given, family] = [pick(random, culture.given), pick(random, culture.family)]
  const initial = culture.initials && random() < 0.3 ? ` ${String.fromCharCode(65 + between(random, 0, 25))}.` : ''
  const usual = culture.familyFirst ? `${family} ${given}` : `${given}${initial} ${family}`
  const name = index % 170 === 16 ? LONG_NAME : usual
  return isDoctor ? `${culture.title} ${name}` : name
}
