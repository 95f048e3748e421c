from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('one_time', '0001_one_time_codes'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='onetimecode',
            index=models.Index(fields=['valid_until'], name='codes_by_end'),
        ),
    ]
