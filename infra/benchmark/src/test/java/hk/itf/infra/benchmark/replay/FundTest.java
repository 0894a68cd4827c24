package hk.itf.infra.benchmark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.benchmark.replay.Project.Research;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FundTest {

    private static final List<Project> WHOLE = Fund.of(1);

    @Test
    void approvesWholeFundToTheCent() {
        var approved = WHOLE.stream().filter(Project::approved).toList();

        assertThat(WHOLE).hasSize(106_775);
        assertThat(approved).hasSize(64_065);
        assertThat(Money.sum(approved.stream().map(Project::award).toList())).isEqualTo(Money.hkd(39_000_000_000L));
        assertThat(approved.stream().mapToInt(Project::tranches).sum()).isEqualTo(139_500);
    }

    @Test
    void spreadsResearchOverSectors() {
        var bySector = WHOLE.stream()
                .filter(project -> project.approved() && project instanceof Research)
                .collect(Collectors.groupingBy(project -> ((Research) project).sector(), Collectors.counting()));

        assertThat(bySector.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(5_690);
        assertThat(bySector)
                .containsEntry(Sector.INFORMATION_TECHNOLOGY, 1_764L)
                .containsEntry(Sector.ELECTRICAL_AND_ELECTRONICS, 1_024L)
                .containsEntry(Sector.MANUFACTURING, 1_024L)
                .containsEntry(Sector.BIOTECHNOLOGY, 683L)
                .containsEntry(Sector.OTHER, 1_195L);
    }

    @Test
    void givesSameProjectsEveryTime() {
        assertThat(Fund.of(0.01)).isEqualTo(Fund.of(0.01));
    }

    @Test
    void scalesCountsAndMoney() {
        var sample = Fund.of(0.02);
        var approved = sample.stream().filter(Project::approved).toList();

        assertThat(sample).hasSize(2_136);
        assertThat(approved).hasSize(1_281);
        assertThat(Money.sum(approved.stream().map(Project::award).toList())).isEqualTo(Money.hkd(780_000_000));
    }

    @Test
    void meetsRulesOfSchemes() {
        assertThat(WHOLE).allSatisfy(project -> {
            assertThat(project.award().isPositive()).isTrue();
            if (project instanceof Research research) {
                var tenth = research.cost().share(1, 10);
                assertThat(tenth.exceeds(research.sponsorship())).isFalse();
                assertThat(research.cost().minus(research.sponsorship())).isEqualTo(research.award());
            }
        });
    }
}
