import { volunteerReviews as en } from '../../words/en/volunteer-reviews.ts';
import { volunteerReviews as fr } from '../../words/fr/volunteer-reviews.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useReviewWords = wordsOf({ en, fr });
