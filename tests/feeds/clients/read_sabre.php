<?php
// Feeds as sabre/vobject reads and validates them, on which Nextcloud stands: php read_sabre.php FEED... prints the rows
// of each as JSON. What its validator finds, or a warning of PHP, is an error; that of Debian's version looks at letters
// and names of properties alone, not at what a component must have.

declare(strict_types=1);

use Sabre\VObject\Reader;

set_error_handler(static function (int $level, string $said): bool {
    // The version of Debian is older than its PHP, which finds its declarations old-fashioned.
    if (($level & (E_DEPRECATED | E_USER_DEPRECATED)) !== 0) {
        return true;
    }
    throw new ErrorException($said, 0, $level);
});
require '/usr/share/php/Sabre/VObject/autoload.php';

function day(object $property): string
{
    $value = (string) $property->getValue();
    return preg_match('/^\d{8}$/', $value) ? substr($value, 0, 4) . '-' . substr($value, 4, 2) . '-' . substr($value, 6) : $value;
}

/** The text: this version leaves the marks before commas, semicolons and backslashes, which Nextcloud's takes away. */
function text(object $property): string
{
    return preg_replace('/\\\\([,;\\\\])/', '$1', (string) $property);
}

function rows(string $path): array
{
    $calendar = Reader::read(file_get_contents($path));
    $problems = $calendar->validate();
    if ($problems !== []) {
        throw new RuntimeException(implode("\n", array_column($problems, 'message')));
    }
    $found = [];
    foreach ($calendar->select('VEVENT') as $event) {
        $found[] = [(string) $event->UID, day($event->DTSTART), day($event->DTEND), text($event->SUMMARY), text($event->DESCRIPTION)];
    }
    return $found;
}

$read = [];
foreach (array_slice($argv, 1) as $path) {
    $read[$path] = rows($path);
}
echo json_encode($read, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
