import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('discharge', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AgreementProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('payment_active_from', models.DateField()),
                ('user_id', models.UUIDField()),
                ('principal_id', models.UUIDField()),
                ('name', models.CharField(max_length=310)),
                ('principal_name', models.CharField(max_length=100)),
                ('proposed_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='discharge.agreementrow')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True)), fields=('row',), name='one_open_proposal_per_agreement_version')],
            },
        ),
    ]
