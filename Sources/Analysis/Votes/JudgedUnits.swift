import Preference
import Votes

/// What the votes that count under one condition say of what was judged in them: its item, or its two images.
///
/// One kind of thing is the unit of all votes: a vote on an item and one on images cannot be drawn together, nor be found
/// to agree. Items are the units where every vote names one, or where no vote names both images; else images are, two of
/// each vote. What becomes of a vote that names no unit depends on the estimate: agreement is that of the votes that do,
/// since nobody knows with which votes the others share a unit; a rate is that of all its votes, and is not resampled by
/// units where one of them is not known.
package struct JudgedUnits: Sendable, Hashable {
    /// The votes that count.
    package let votes: Int
    /// Those that name an item.
    package let withItem: Int
    /// Those that name both images.
    package let withImages: Int
    /// Whether some vote names one image at least.
    private let namesImages: Bool

    /// Whether items are the units.
    package var areItems: Bool { withItem > 0 && (withItem == votes || withImages == 0) }
    /// The votes that name their unit.
    package var known: Int { areItems ? withItem : withImages }
    /// Whether some votes name what others do not, so that it is to be said what is counted.
    package var areMixed: Bool { withItem < votes && withItem > 0 || !areItems && namesImages && withImages < votes }

    /// Why there is nothing that takes the units of votes.
    var whyNone: Missing { areItems ? .itemsInPart : namesImages ? .imagesInPart : .undefined(.noItems) }

    /// What these rows name.
    init(_ rows: [Int], of table: VoteTable) {
        var (votes, withItem, withImages, namesImages) = (0, 0, 0, false)
        for place in rows {
            let count = table.votes[place]
            votes += count
            if table.item[place] >= 0 { withItem += count }
            if table.namesImages(place) { withImages += count }
            namesImages = namesImages || table.leftImage[place] >= 0 || table.rightImage[place] >= 0
        }
        (self.votes, self.withItem, self.withImages, self.namesImages) = (votes, withItem, withImages, namesImages)
    }
}

extension VoteTable {
    /// Whether the row at `place` names both images.
    func namesImages(_ place: Int) -> Bool { leftImage[place] >= 0 && rightImage[place] >= 0 }
}
