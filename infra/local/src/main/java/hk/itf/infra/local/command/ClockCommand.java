package hk.itf.infra.local.command;

import hk.itf.infra.local.BusinessClockFile;
import hk.itf.infra.local.LocalStackException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "clock",
        description = "Shows the business time, after moving it forward if a step is given. Tokens keep real time.")
final class ClockCommand implements Runnable {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final LauncherContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "STEP",
            converter = StepConverter.class,
            description =
                    "A plus sign, a number and a unit: w (weeks), d (days), h (hours) or m (minutes). Example: +90d")
    private @Nullable Duration step;

    ClockCommand(LauncherContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (step != null) {
            context.clock().advance(step);
        }
        var offset = context.clock().offset();
        var now = InstantSource.system().instant().plus(offset).atZone(HONG_KONG);
        context.out().printf("offset         %s (%d days)%n", offset, offset.toDays());
        context.out().printf("business time  %s in Hong Kong%n", TO_THE_SECOND.format(now));
    }

    private static final class StepConverter implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            try {
                return BusinessClockFile.step(text);
            } catch (LocalStackException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
