// Before the first test of each file: the product answers.
import { inject } from 'vitest'
import { served } from './whole-product.ts'

await served(inject('origin'), inject('data'))
