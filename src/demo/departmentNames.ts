/** Departments of a hospital, the most usual first; sizes take as many from the front as they need. */
export const departmentNames: readonly string[] = [
  'Cardiology', 'Pediatrics', 'Orthopedics', 'Reception', 'Dermatology', 'Radiology',
  'Neurology', 'Laboratory', 'Gynecology', 'Pharmacy', 'Ophthalmology', 'General Medicine', 'Billing', 'ENT', 'Psychiatry', 'Nursing',
  'Gastroenterology', 'Urology', 'Medical Records', 'Endocrinology', 'Nephrology', 'Pulmonology', 'Physiotherapy', 'Oncology', 'Dental Care',
  'Rheumatology', 'Hematology', 'General Surgery', 'Plastic Surgery', 'Neurosurgery', 'Cardiothoracic Surgery', 'Vascular Surgery', 'Anesthesiology',
  'Emergency', 'Intensive Care', 'Neonatology', 'Infectious Diseases', 'Immunology', 'Geriatrics', 'Palliative Care', 'Sports Medicine',
  'Pain Management', 'Sleep Medicine', 'Diabetology', 'Fertility', 'Genetics', 'Nuclear Medicine', 'Pathology', 'Blood Bank', 'Microbiology',
  'Dietetics', 'Speech Therapy', 'Occupational Therapy', 'Social Work', 'Ayurveda', 'Homeopathy', 'Housekeeping', 'Security', 'Information Technology',
  'Administration',
]

/** Departments in which no doctor works. */
export const departmentsWithoutDoctors: ReadonlySet<string> = new Set([
  'Reception', 'Laboratory', 'Pharmacy', 'Billing', 'Nursing', 'Medical Records', 'Physiotherapy', 'Blood Bank', 'Dietetics', 'Speech Therapy',
  'Occupational Therapy', 'Social Work', 'Housekeeping', 'Security', 'Information Technology', 'Administration',
])
