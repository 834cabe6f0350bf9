//! The templates of features: which values a feature combines.

/// A template. Its number is part of every feature, so the shipped weights depend on it: never change or
/// reuse one.
///
/// `Mark` stands for the very marks after the left word, `Kind` for the kind of the last of them, `Rule` for
/// all that the rules see, and `Verdict` for their answer. Most templates also include the shape of the right
/// word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Template {
    /// Marks, and the verdict.
    MarkVerdict = 1,
    /// Marks, both shapes, and the marks before the right word.
    MarkShapesOpening = 2,
    /// Marks, the left word, and whether the right word is small.
    MarkLeft = 3,
    /// Marks and the right word.
    MarkRight = 4,
    /// Both words and the marks.
    LeftRight = 5,
    /// The rule and the marks.
    RuleMark = 6,
    /// The rule, and how often the article opens sentences in lower case.
    RuleSmallOpenings = 7,
    /// Marks, both shapes, and how often the article opens sentences in lower case.
    MarkSmallOpenings = 8,
    /// Marks, and the words of the sentence so far.
    MarkLength = 9,
    /// Marks and the shapes of two words on either side.
    MarkFourShapes = 10,
    /// Marks, the right word with the marks after it, and the shape of the word after that.
    MarkRightAndNextShape = 11,
    /// Marks and the second word to the right.
    MarkAfter = 12,
    /// Marks and the second word to the left.
    MarkBefore = 13,
    /// Marks and two words to the left.
    MarkTwoBefore = 14,
    /// Marks and two words to the right.
    MarkTwoAfter = 15,
    /// The rest of the block, and the marks.
    RoomMark = 16,
    /// Marks, both shapes, and the marks after the right word.
    MarkRightClosing = 17,
    /// Marks and the last three letters of the left word.
    MarkLeftEnding = 18,
    /// Marks and the last three letters of the right word.
    MarkRightEnding = 19,
    /// Marks, both shapes, and whether a line breaks in the gap.
    MarkLine = 20,
    /// Marks, both shapes, and the letters of the left word.
    MarkLeftLength = 21,
    /// Marks, the shape of the first word of the sentence, and the words of the sentence so far.
    MarkFirstShape = 22,
    /// Marks, and capitalized words in a row on either side.
    MarkRun = 23,
    /// The rule, both shapes, and the marks before the right word.
    RuleOpening = 24,
    /// The rule and the left word.
    RuleLeft = 25,
    /// The marks after the second word to the left, those after the left word, and both shapes.
    BeforeClosing = 26,
    /// The verdict and the right word.
    VerdictRight = 27,
    /// The marks before the left word, those after it, and both shapes.
    LeftOpening = 28,
    /// The first word of the sentence, and the marks.
    FirstMark = 29,
    /// The verdict alone, which carries the prior.
    Verdict = 30,
    /// The verdict, and the marks before the right word.
    VerdictOpening = 31,
    /// The kind of mark, both shapes, and the verdict.
    KindShapes = 32,
    /// The kind of mark and the left word.
    KindLeft = 33,
    /// The kind of mark and the right word.
    KindRight = 34,
    /// The kind of mark, both shapes, and how often the article opens sentences in lower case.
    KindSmallOpenings = 35,
    /// The kind of mark, the words of the sentence so far, and what is left of the block.
    KindLengthRoom = 36,
    /// The kind of mark, capitalized words at the start of the sentence, and the shapes of two words to the
    /// right.
    KindOpeningCapitals = 40,
    /// The kind of mark, capitalized words at the start of the sentence, and the distance to the next mark.
    KindOpeningCapitalsNextMark = 41,
    /// The kind of mark, both shapes, and the distance to the next mark.
    KindNextMark = 42,
    /// The kind of mark, the distance to the next mark, and the words of the sentence so far.
    KindNextMarkLength = 43,
    /// The habits of the article, the kind of mark, and both shapes.
    HabitsKindShapes = 60,
    /// The habits of the article, the kind of mark, and the words of the sentence so far.
    HabitsKindLength = 61,
    /// The habits of the article, and the verdict.
    HabitsVerdict = 62,
}
