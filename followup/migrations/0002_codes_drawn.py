from django.db import migrations, models
from django.db.models import Count


def count_what_was_drawn(apps, schema_editor):
    """Until now the rows of the codes were counted, and none has been deleted."""
    codes = apps.get_model('one_time', 'OneTimeCode').objects.filter(purpose='survey')
    pools = apps.get_model('followup', 'CodePool').objects
    for pool_id, drawn in codes.values_list('subject_id').annotate(Count('pk')).order_by():
        pools.filter(pk=pool_id).update(drawn=drawn)


class Migration(migrations.Migration):

    dependencies = [
        ('followup', '0001_surveys'),
        ('one_time', '0001_one_time_codes'),
    ]

    operations = [
        migrations.AddField(
            model_name='codepool',
            name='drawn',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.RunPython(count_what_was_drawn, migrations.RunPython.noop),
    ]
