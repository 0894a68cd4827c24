package hk.itf.infra.benchmark.replay;

import hk.itf.infra.benchmark.replay.Project.Post;
import hk.itf.infra.benchmark.replay.Project.Research;
import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The applications of the whole fund, or of a share of it: 64,065 approved projects of HK$39,000,000,000.00, among them 5,690
 * of research and development. The same share and seed give the same applications.
 *
 * <p>The other approved projects are research posts with salaries below the ceiling; the R&D projects share the rest of the
 * money unevenly. 5,680 posts last nine months and all others six, so that there are 139,500 tranches.
 */
final class Fund {

    private static final int APPROVED = 64_065;
    private static final int RESEARCH = 5_690;
    private static final int LONG_POSTS = 5_680;
    private static final int APPLICATIONS = 106_775;
    private static final long CENTS = 3_900_000_000_000L;
    private static final long SEED = 1999; // the year in which the fund began

    private static final int LEAST_SALARY = 12_000;
    private static final int MOST_SALARY = 20_000;

    private final double share;
    private final Random random = new Random(SEED);

    private Fund(double share) {
        this.share = share;
    }

    /** @param share more than 0, at most 1 */
    static List<Project> of(double share) {
        return new Fund(share).projects();
    }

    static Money total(double share) {
        return Money.ofCents(Math.round(CENTS * share));
    }

    private List<Project> projects() {
        var research = scaled(RESEARCH);
        var posts = scaled(APPROVED) - research;
        var declined = scaled(APPLICATIONS) - scaled(APPROVED);
        var declinedResearch = Math.round((float) declined * research / scaled(APPROVED));

        var salaries = IntStream.range(0, posts + declined - declinedResearch)
                .mapToObj(i -> Money.hkd(random.nextInt(LEAST_SALARY, MOST_SALARY + 1)))
                .toList();
        var months = IntStream.range(0, salaries.size())
                .map(i -> i < scaled(LONG_POSTS) ? 9 : 6)
                .toArray();
        var forPosts = Money.sum(IntStream.range(0, posts)
                .mapToObj(i -> salaries.get(i).times(months[i]))
                .toList());
        var awards = total(share).minus(forPosts).split(weights(research));
        var sectors = sectors(research);

        var projects = new ArrayList<Numbered>();
        for (var i = 0; i < research; i++) {
            var award = awards.get(i);
            var sector = sectors.get(i);
            projects.add(number -> new Research(number, true, sector, award));
        }
        for (var i = 0; i < salaries.size(); i++) {
            var salary = salaries.get(i);
            var length = months[i];
            var isApproved = i < posts;
            projects.add(number -> new Post(number, isApproved, length, salary));
        }
        for (var i = 0; i < declinedResearch; i++) {
            var award = awards.get(i % research);
            projects.add(number -> new Research(number, false, Sector.OTHER, award));
        }
        Collections.shuffle(projects, random);
        return IntStream.range(0, projects.size())
                .mapToObj(number -> projects.get(number).with(number))
                .toList();
    }

    /** A project that waits for its number. */
    private interface Numbered {
        Project with(int number);
    }

    private int scaled(int whole) {
        return (int) Math.round(whole * share);
    }

    /** A few projects are much larger than most. */
    private List<Long> weights(int count) {
        return LongStream.range(0, count)
                .map(i -> Math.round(1_000 * Math.exp(0.8 * random.nextGaussian())) + 1)
                .boxed()
                .toList();
    }

    private static List<Sector> sectors(int count) {
        var percents = Arrays.stream(Sector.values())
                .map(sector -> (long) sector.percent())
                .toList();
        var counts = Money.ofCents(count).split(percents); // the largest remainders, so that the parts add up
        var sectors = new ArrayList<Sector>();
        var each = counts.iterator();
        for (var sector : Sector.values()) {
            sectors.addAll(Collections.nCopies((int) each.next().cents(), sector));
        }
        return sectors;
    }
}
