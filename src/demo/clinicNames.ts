import { between, pick, type Random } from './random'

interface Area { name: string, city: string, pin: number }

const inCity = (city: string, pin: number, names: string): Area[] => names.split(', ').map((name, index) => ({ name, city, pin: pin + index * 3 }))

const AREAS: readonly Area[] = [
  ...inCity('Bengaluru', 560001, 'Indiranagar, Jayanagar, Koramangala, Malleshwaram, Whitefield, Basavanagudi, Hebbal, Yelahanka'),
  ...inCity('Mumbai', 400012, 'Andheri, Bandra, Borivali, Chembur, Dadar, Powai'),
  ...inCity('Chennai', 600004, 'Adyar, Anna Nagar, Mylapore, T. Nagar, Velachery'),
  ...inCity('Hyderabad', 500016, 'Banjara Hills, Begumpet, Gachibowli, Kondapur, Secunderabad'),
  ...inCity('New Delhi', 110017, 'Dwarka, Hauz Khas, Karol Bagh, Lajpat Nagar, Saket'),
  ...inCity('Pune', 411004, 'Aundh, Baner, Kothrud, Viman Nagar'),
  ...inCity('Kochi', 682016, 'Edappally, Fort Kochi, Kakkanad'),
  ...inCity('Kolkata', 700019, 'Ballygunge, Behala, Gariahat, Salt Lake'),
]
const KINDS = ['Family Clinic', 'Heart Centre', "Children's Clinic", 'Skin & Hair Clinic', 'Bone & Joint Clinic', 'Evening Clinic', 'Polyclinic',
  'Diabetes Centre', "Women's Clinic", 'Eye Care', 'ENT Clinic', 'Day Clinic', 'Health Centre', 'Speciality Clinic', 'Teleclinic', 'City Clinic',
  'Pain Clinic', 'Wellness Clinic', 'Outpatient Clinic', 'Community Clinic']
const STREETS = ['MG Road', 'Station Road', '1st Main Road', 'Temple Street', 'Gandhi Nagar', 'Lake View Road', 'Hospital Road', 'Market Road',
  '80 Feet Road', 'Nehru Street', 'Park Lane', 'Church Street']

// The second clinic of a pair bears the first one's name, at another address.
const NAMESAKES = new Map([[6, 2]])

/** Name and address of the clinic with this index; the first 800 names differ, but for one pair of namesakes. */
export function clinicPlace(random: Random, index: number): { name: string, address: string } {
  const area = AREAS[index % AREAS.length]!
  const pin = area.pin + between(random, 0, 2)
  const place = `${between(random, 1, 240)}, ${pick(random, STREETS)}, ${area.name}, ${area.city} ${pin}`
  return { name: clinicName(NAMESAKES.get(index) ?? index), address: place }
}

function clinicName(index: number): string {
  const area = index % AREAS.length
  const round = Math.floor(index / AREAS.length)
  return `${AREAS[area]!.name} ${KINDS[(round + 7 * area) % KINDS.length]!}`
}
